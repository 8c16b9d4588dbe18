package io.millrace.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post of events.
 *
 * @param dataset the dataset named by the path; null when each event names its own
 * @param validateOnly whether to answer as if and keep nothing
 */
record Route(@Nullable String dataset, boolean validateOnly) implements Routed {
    private static final String EVENTS = "/v1/events";
    private static final String SUPPORTED = "POST /v1/events and POST /v1/events/{dataset}";

    /** Reads where a request goes; a trailing slash makes no difference. */
    static Routed of(HttpRequest request) {
        String path = request.path().endsWith("/")
                ? request.path().substring(0, request.path().length() - 1)
                : request.path();
        String dataset = path.startsWith(EVENTS + "/") ? path.substring(EVENTS.length() + 1) : null;
        boolean known = path.equals(EVENTS) || (dataset != null && !dataset.isEmpty() && dataset.indexOf('/') < 0);
        if (!known) {
            return new Refusal(404, "unknown_path", "Cannot find " + request.path() + ": this API has " + SUPPORTED);
        }
        if (request.method().equals("OPTIONS")) {
            return new Preflight();
        }
        if (!request.method().equals("POST")) {
            String message = "Cannot " + request.method() + " " + path + ": this API has " + SUPPORTED;
            return new Refusal(405, "method_not_allowed", message, Map.of("Allow", "POST, OPTIONS"), null);
        }
        String validate = request.query().get("validate");
        if (validate != null && !validate.equals("only")) {
            return new Refusal(400, "bad_query", "Cannot take validate=" + validate + ": the one value is 'only'");
        }
        return new Route(dataset, validate != null);
    }
}

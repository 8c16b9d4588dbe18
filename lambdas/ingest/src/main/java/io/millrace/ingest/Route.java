package io.millrace.ingest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post of events.
 *
 * @param dataset the dataset named by the path; null when each event names its own
 * @param segment the call of Segment's tracking API; null for a post to {@code /v1/events}
 * @param validateOnly whether to answer as if and keep nothing
 */
record Route(@Nullable String dataset, @Nullable SegmentPath segment, boolean validateOnly) implements Routed {
    private static final String EVENTS = "/v1/events";
    private static final String SUPPORTED = "POST /v1/events and /v1/events/{dataset} for events and CloudEvents, and"
            + " Segment's POST /v1/batch, /v1/import, /v1/track, identify, page, screen, group and alias";
    private static final int MAX_ECHO_CHARS = 256;

    /** Reads where a request goes; a trailing slash makes no difference. */
    static Routed of(HttpRequest request) {
        String path = request.path().endsWith("/")
                ? request.path().substring(0, request.path().length() - 1)
                : request.path();
        String dataset = path.startsWith(EVENTS + "/") ? path.substring(EVENTS.length() + 1) : null;
        SegmentPath segment = SegmentPath.of(path);
        boolean known = path.equals(EVENTS)
                || segment != null
                || (dataset != null && !dataset.isEmpty() && dataset.indexOf('/') < 0);
        if (!known) {
            return unknown(path);
        }
        if (request.method().equals("OPTIONS")) {
            return Preflight.of(request);
        }
        if (!request.method().equals("POST")) {
            String message = "Cannot " + cut(request.method()) + " " + cut(path) + ": this API has " + SUPPORTED;
            return new Refusal(405, "method_not_allowed", message, Map.of("Allow", "POST, OPTIONS"), null);
        }
        String validate = request.query().get("validate");
        if (validate != null && !validate.equals("only")) {
            return new Refusal(400, "bad_query", "Cannot take validate=" + cut(validate) + ": the one value is 'only'");
        }
        return new Route(dataset, segment, validate != null);
    }

    private static Refusal unknown(String path) {
        String foreign = ForeignProtocol.at(path);
        return foreign == null
                ? new Refusal(404, "unknown_path", "Cannot find " + cut(path) + ": this API has " + SUPPORTED)
                : new Refusal(
                        404,
                        "unsupported_protocol",
                        "Cannot take " + foreign + " protocol at " + cut(path) + ": this API has " + SUPPORTED);
    }

    private static String cut(String text) {
        return text.length() > MAX_ECHO_CHARS ? text.substring(0, MAX_ECHO_CHARS) + "…" : text;
    }
}

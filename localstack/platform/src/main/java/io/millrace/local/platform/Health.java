package io.millrace.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a part says of itself.
 *
 * @param ready whether it can be used
 * @param hopeless whether waiting would be in vain
 * @param detail one line for a person
 */
record Health(boolean ready, boolean hopeless, String detail) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 2000;

    /** A degraded part works, except for what it complains of. MiniStack has no such field. */
    private static final Set<String> READY = Set.of("", "ok", "ready", "degraded");

    /** Asks; a part that is silent for two seconds is not ready. */
    static Health ask(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                return new Health(false, false, "answers " + address + " with HTTP status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return read(JSON.readTree(body));
            }
        } catch (IOException noAnswer) {
            return new Health(false, false, "does not answer at " + address);
        }
    }

    private static Health read(JsonNode body) {
        String status = body.path("status").asText("");
        List<String> problems = new ArrayList<>();
        body.path("problems").forEach(problem -> problems.add(problem.asText()));
        String detail = status.isEmpty() ? "answers" : status;
        return new Health(
                READY.contains(status),
                status.equals("failed"),
                problems.isEmpty() ? detail : detail + ": " + String.join("; ", problems));
    }
}

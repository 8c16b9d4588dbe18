package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Has a function of the running Lambda host fail: half of the times before it starts, half of them after its work. */
final class HostFaults {
    private static final String FUNCTION = "X-Amzn-Lambda-Function-Name";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI host;
    private final String function;

    private HostFaults(URI host, String function) {
        this.host = host;
        this.function = function;
    }

    /** @param function name without the environment, as in {@code lake-committer} */
    static HostFaults of(String function) {
        for (JsonNode part :
                LocalPlatform.millrace("status", "--json").succeeded().json().get("parts")) {
            if (part.get("name").asText().equals("host")) {
                return new HostFaults(
                        URI.create("http://127.0.0.1:" + part.get("port").asInt()), "millrace-local-" + function);
            }
        }
        throw new AssertionError("The platform has no host");
    }

    /** Has it start no invocation. */
    void stop() {
        set("stopped");
    }

    /** Lets it go on after {@link #stop}. */
    void goOn() {
        set("0");
    }

    private void set(String faults) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(host.resolve("/_millrace/faults/" + function))
                .PUT(BodyPublishers.ofString(faults)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Invokes it, beside whoever else does, until that many invocations have failed. */
    void failNow(int invocations) {
        URI faults = host.resolve("/_millrace/faults/" + function);
        send(HttpRequest.newBuilder(faults).PUT(BodyPublishers.ofString(Integer.toString(invocations))));
        while (left(faults) > 0) {
            send(HttpRequest.newBuilder(host.resolve("/invoke"))
                    .header(FUNCTION, function)
                    .POST(BodyPublishers.ofString("{}")));
        }
    }

    private int left(URI faults) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(faults).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return new JsonMapper().readTree(answer.body()).get("left").asInt();
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofMinutes(3)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer from " + host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real SDKs with nothing set but a host and a key: the snippets of the documentation, each sending 100 events. Those
 * that promise to try again run a second time while each batch is answered 429 twice, once although it was taken.
 */
@ExtendWith(LocalPlatform.class)
final class ClientsIT {
    private static final List<String> CLIENTS = List.of(
            "segment-java",
            "segment-node",
            "segment-python",
            "rudderstack-node",
            "rudderstack-python",
            "cloudevents-java",
            "cloudevents-node",
            "cloudevents-python");

    /** Those that send a batch again when it is refused; CloudEvents' leave that to the application. */
    private static final List<String> RETRYING =
            List.of("segment-java", "segment-node", "segment-python", "rudderstack-node", "rudderstack-python");

    private static final Map<String, List<String>> SENT = new HashMap<>();

    @BeforeAll
    static void send() {
        ClientTools.install();
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        Map<String, String> environment = Map.of(
                "INGEST_URL", outputs.get("ingestUrl").asText(),
                "WRITE_KEY", outputs.get("writeKey").asText());
        URI faults = URI.create(outputs.get("awsEndpoint").asText()).resolve("/_millrace/faults/ingest");
        for (String client : CLIENTS) {
            note(client, new ClientPage(client).start(environment));
        }
        refuseEach(faults, 2);
        try {
            Map<String, Running> started = new LinkedHashMap<>();
            RETRYING.forEach(client -> started.put(client, new ClientPage(client).start(environment)));
            started.forEach(ClientsIT::note); // at once, since Segment's for Java waits 15 s before it tries again
        } finally {
            refuseEach(faults, 0);
        }
        LocalPlatform.settle();
    }

    private static void note(String client, Running running) {
        Outcome outcome = running.await(Duration.ofMinutes(3)).succeeded();
        SENT.computeIfAbsent(client, unused -> new ArrayList<>())
                .addAll(outcome.out().lines().toList());
    }

    private static void refuseEach(URI faults, int times) {
        HttpRequest request = HttpRequest.newBuilder(faults)
                .PUT(HttpRequest.BodyPublishers.ofString(Integer.toString(times)))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError("Cannot set faults at " + faults, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Cannot set faults at " + faults, e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "segment-java, app_events_silver, 200",
        "segment-node, app_events_silver, 200",
        "segment-python, app_events_silver, 200",
        "rudderstack-node, app_events_silver, 200",
        "rudderstack-python, app_events_silver, 200",
        "cloudevents-java, external_silver, 100",
        "cloudevents-node, external_silver, 100",
        "cloudevents-python, external_silver, 100"
    })
    void sql_finds_exactly_the_events_that_the_client_sent_each_once(String client, String table, int events) {
        List<String> found = new ArrayList<>();
        LocalPlatform.rows("select event_id from local_silver." + table
                        + " where json_extract_scalar(properties, '$.client') = '" + client + "'")
                .forEach(row -> found.add(row.get("event_id").asText()));

        assertThat(SENT.get(client)).hasSize(events).doesNotHaveDuplicates();
        assertThat(found).containsExactlyInAnyOrderElementsOf(SENT.get(client));
    }
}

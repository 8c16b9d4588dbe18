package io.millrace.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contracts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private final Routing routing = new Routing(Contracts.bundled());

    @ParameterizedTest
    @CsvSource({
        "track, app_events",
        "page, clickstream",
        "screen, clickstream",
        "identify, users",
        "group, external",
        "alias, external"
    })
    void a_segment_message_goes_by_its_call(String type, String dataset) {
        assertThat(of(Protocol.SEGMENT, "{\"userId\":\"u\",\"type\":\"" + type + "\"}"))
                .hasValue(dataset);
        Protocol byPath = Protocol.valueOf("SEGMENT_" + type.toUpperCase(java.util.Locale.ROOT));
        assertThat(of(byPath, "{\"userId\":\"u\"}")).hasValue(dataset);
    }

    @Test
    void traits_of_nobody_are_not_a_users() {
        assertThat(of(Protocol.SEGMENT_IDENTIFY, "{\"anonymousId\":\"a\"}")).hasValue("external");
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"type\":\"dance\"}", "{\"type\":7}", "[]", "{"})
    void a_message_of_no_known_call_goes_nowhere(String message) {
        assertThat(of(Protocol.SEGMENT, message)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dataset\":\"users\",\"dataschema\":\"/app_events\",\"type\":\"clickstream.x\"} | users",
                "{\"dataset\":\"nobody\"}                                                          | nobody",
                "{\"dataschema\":\"https://x.example/contracts/app_events.yaml\",\"type\":\"t\"}   | app_events",
                "{\"dataschema\":\"https://x.example/s.json#/users\",\"type\":\"orders.x\"}        | users",
                "{\"dataschema\":\"https://x.example/\",\"type\":\"com.acme.orders.placed\"}       | orders",
                "{\"type\":\"app_events\"}                                                         | app_events",
                "{\"type\":\"com.acme.order\"}                                                     | external",
                "{}                                                                                | external"
            })
    void a_cloudevent_goes_by_dataset_then_schema_then_type(String message, String dataset) {
        assertThat(of(Protocol.CLOUDEVENTS, message)).hasValue(dataset);
    }

    private Optional<String> of(Protocol protocol, String message) {
        byte[] bytes = message.getBytes(UTF_8);
        return routing.datasetOf(protocol, bytes, 0, bytes.length);
    }
}

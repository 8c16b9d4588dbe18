package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamingTest {
    @ParameterizedTest
    @CsvSource({"local, 2", "dev, 1", "staging, 2", "prod, 4"})
    void the_stream_is_encrypted_and_remembers_a_week(String environment, int shards) {
        JsonNode stream = Synthesised.of(environment)
                .properties("Streaming", "AWS::Kinesis::Stream", "Name", "millrace-" + environment + "-events-g1");
        assertThat(stream.path("ShardCount").asInt()).isEqualTo(shards);
        assertThat(stream.path("RetentionPeriodHours").asInt()).isEqualTo(168);
        assertThat(stream.at("/StreamEncryption/KeyId").asText()).isEqualTo("alias/aws/kinesis");
    }
}

package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalPlatform.class)
final class LifecycleIT {
    @Test
    void up_again_changes_nothing() {
        ProcessHandle host = LocalPlatform.part("host");
        LocalPlatform.millrace("up").succeeded();
        assertThat(LocalPlatform.part("host")).isEqualTo(host);
    }

    @Test
    void status_tells_pid_and_port_of_each_part() {
        JsonNode parts =
                LocalPlatform.millrace("status", "--json").succeeded().json().get("parts");
        assertThat(parts).extracting(part -> part.get("name").asText()).contains("ministack", "host", "gateway");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.get("state").asText()).isEqualTo("running");
            assertThat(part.get("port").asInt()).isPositive();
            assertThat(ProcessHandle.of(part.get("pid").asLong())).isPresent();
        });
    }

    @Test
    void outputs_name_what_a_client_needs() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        assertThat(outputs.properties())
                .extracting(Map.Entry::getKey)
                .contains("ingestUrl", "awsEndpoint", "region", "writeKey", "databases", "athenaWorkgroup");
        assertThat(outputs.get("ingestUrl").asText()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void a_failed_query_says_what_the_engine_said() {
        Outcome failed = LocalPlatform.millrace("query", "select nothing from local_silver.no_such_table");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).contains("no_such_table", "does not exist");
    }
}

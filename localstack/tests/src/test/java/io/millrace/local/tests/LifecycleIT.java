package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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

    @Test
    void logs_show_the_end_of_each_part_and_follow_a_part_over_a_restart() throws Exception {
        assertThat(LocalPlatform.millrace("logs", "-n", "3").succeeded().out()).contains("host ");

        Running following = LocalPlatform.start("logs", "-f", "-n", "0", "gateway");
        ProcessHandle gateway = LocalPlatform.part("gateway");
        gateway.destroy();
        gateway.onExit().get(30, TimeUnit.SECONDS);
        LocalPlatform.millrace("up").succeeded();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !following.printed().isBlank());
        following.stop();
        assertThat(LocalPlatform.part("gateway")).isNotEqualTo(gateway);
    }

    @Test
    void logs_of_a_part_that_is_none_name_those_that_there_are() {
        Outcome failed = LocalPlatform.millrace("logs", "kafka");
        assertThat(failed.exit()).isEqualTo(2);
        assertThat(failed.err()).contains("Cannot show the log of kafka: there are", "gateway", "host", "ministack");
    }

    @Test
    void the_doctor_finds_no_fault_in_a_running_platform() {
        Outcome doctor = LocalPlatform.millrace("doctor").succeeded();
        assertThat(doctor.out())
                .contains("GB of memory", "GB free", "ministack is running", "host is running", "gateway is running")
                .doesNotContain("FAULT");
    }
}

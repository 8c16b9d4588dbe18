package io.millrace.local.host;

import static io.millrace.local.host.RecorderDeployment.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** The host beside a running emulator. */
class EmulatorIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private RecorderDeployment deployed;

    @BeforeEach
    void deploy() throws IOException {
        deployed = new RecorderDeployment(folder);
        deployed.deploy();
    }

    @AfterEach
    void clear() {
        deployed.clear();
    }

    @Test
    void recordsReachTheFunctionOnceInOrderOverARestartOfTheHost() throws IOException {
        deployed.put("a", "b", "c");
        await(() -> deployed.received().size() == 3);
        deployed.close();
        deployed.put("d");
        deployed.start();
        await(() -> deployed.received().size() == 4);
        assertThat(deployed.received()).containsExactly("a", "b", "c", "d");
        await(() -> deployed.shard().lagMillis() == 0 && deployed.shard().waitingRecords() == 0);
        assertThat(deployed.shard().checkpoint()).isNotNull();
    }

    @Test
    void recordsCarryTheTimeOfTheirArrival() throws IOException {
        Instant before = Instant.now();
        deployed.put("a");
        await(() -> deployed.received().size() == 1);
        JsonNode event = JSON.readTree(Files.readString(deployed.out()));
        double seconds = event.path("Records")
                .path(0)
                .path("kinesis")
                .path("approximateArrivalTimestamp")
                .asDouble();
        assertThat(Instant.ofEpochMilli(Math.round(seconds * 1000)))
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    }

    @Test
    void aPoisonedRecordIsIsolatedAndReportedToTheQueue() throws IOException {
        deployed.put("a", "poison", "b");
        await(() -> deployed.received().size() == 2);
        List<String> messages = new ArrayList<>();
        await(() -> {
            messages.addAll(deployed.failures());
            return !messages.isEmpty();
        });
        assertThat(JSON.readTree(messages.get(0))
                        .path("KinesisBatchInfo")
                        .path("batchSize")
                        .asInt())
                .isEqualTo(1);
        assertThat(deployed.received()).containsExactly("a", "b");
    }

    @Test
    void theEmulatorInvokesThroughTheProxy() {
        InvokeResponse success = deployed.invoke("{\"x\": 1}");
        assertThat(success.functionError()).isNull();
        assertThat(success.payload().asUtf8String()).contains("batchItemFailures");
        String poisoned = Base64.getEncoder().encodeToString("poison".getBytes(StandardCharsets.UTF_8));
        InvokeResponse failure = deployed.invoke("{\"x\": \"" + poisoned + "\"}");
        assertThat(failure.functionError()).isNotNull();
        assertThat(failure.payload().asUtf8String()).contains("poisoned");
    }

    @Test
    void theProcessGoesOnWhereItWasKilledAndEndsWithZeroAtSigterm() throws Exception {
        deployed.close();
        List<Process> processes = new ArrayList<>();
        try {
            processes.add(deployed.process());
            deployed.put("a");
            await(() -> deployed.received().size() == 1);
            await(deployed::checkpointed);
            processes.get(0).destroyForcibly().waitFor();
            deployed.put("b");
            processes.add(deployed.process());
            await(() -> deployed.received().size() == 2);
            processes.get(1).destroy();
            assertThat(processes.get(1).waitFor()).isZero();
            assertThat(deployed.received()).containsExactly("a", "b");
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }
}

package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StagesTest {

    private final StringWriter said = new StringWriter();

    @Test
    void tellsALineEachWhereNobodyWatches() {
        try (Stages stages = new Stages(new PrintWriter(said), false)) {
            stages.stage("Starting host");
            stages.warn("port taken");
        }

        assertThat(said.toString()).isEqualToNormalizingNewlines("Starting host\nwarning: port taken\n");
    }

    @Test
    void showsOnATerminalHowLongAStageHasTaken() {
        try (Stages stages = new Stages(new PrintWriter(said), true)) {
            stages.stage("Deploying the stacks");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> said.toString().contains("\r\u001b[2KDeploying the stacks  1 s"));
            stages.stage("Starting gateway");
        }

        assertThat(said.toString())
                .endsWith(System.lineSeparator())
                .contains(System.lineSeparator() + "Starting gateway");
    }
}

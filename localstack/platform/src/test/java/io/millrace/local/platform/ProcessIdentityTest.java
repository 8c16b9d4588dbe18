package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity thisProcess =
            ProcessIdentity.of(ProcessHandle.current()).orElseThrow();

    @Test
    void aLivingProcessIsFound() {
        assertThat(thisProcess.find()).map(ProcessHandle::pid).contains(thisProcess.pid());
    }

    @Test
    void aProcessThatGotTheNumberLaterIsAnother() {
        ProcessIdentity earlier =
                new ProcessIdentity(thisProcess.pid(), thisProcess.startedAt().minus(Duration.ofMinutes(1)));

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsNotFound() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle()).orElseThrow();
        assertThat(identity.find()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(identity.find()).isEmpty();
    }
}

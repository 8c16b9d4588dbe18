package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.platform.Part;
import io.millrace.local.platform.Platform;
import io.millrace.local.platform.Progress;
import io.millrace.local.platform.Status;
import io.millrace.local.platform.UpOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second platform beside the one of the other tests, as two checkouts would have it. */
@ExtendWith(LocalPlatform.class)
final class PlatformIT {
    private static final Path STATE = Checkout.root().resolve("localstack/tests/target/second-platform");
    private static final Platform SECOND = Platform.at(Checkout.root(), STATE);
    private static final Platform FIRST = Platform.at(Checkout.root(), Checkout.state());

    private final Heard heard = new Heard();

    @BeforeAll
    static void up() {
        SECOND.up(UpOptions.defaults(), Progress.toStandardError());
    }

    @AfterAll
    static void down() {
        SECOND.down(true);
        assertThat(SECOND.status().stopped()).isTrue();
    }

    @Test
    void two_platforms_share_no_process_and_no_port() {
        List<Part> second = SECOND.status().parts();

        assertThat(second)
                .extracting(Part::pid)
                .doesNotContainAnyElementsOf(
                        FIRST.status().parts().stream().map(Part::pid).toList());
        assertThat(second)
                .extracting(Part::port)
                .doesNotContainAnyElementsOf(
                        FIRST.status().parts().stream().map(Part::port).toList());
        assertThat(SECOND.endpoints().ingestUrl())
                .isNotEqualTo(FIRST.endpoints().ingestUrl());
    }

    @Test
    void a_killed_emulator_is_replaced_and_the_loss_is_told() {
        ProcessHandle emulator = process("ministack");
        emulator.destroyForcibly();
        emulator.onExit().join();
        assertThat(SECOND.status().running()).isFalse();

        SECOND.up(UpOptions.defaults(), heard);

        assertThat(SECOND.status()).matches(Status::running);
        assertThat(heard.warnings).singleElement().asString().contains("ended without saving", "are lost");
        assertThat(heard.stages).contains("Deploying the stacks");
    }

    @Test
    void a_host_that_died_is_started_again_and_nothing_else_is_touched() {
        ProcessHandle host = process("host");
        ProcessHandle gateway = process("gateway");
        host.destroyForcibly();
        host.onExit().join();

        SECOND.up(UpOptions.defaults(), heard);

        assertThat(process("host")).isNotEqualTo(host);
        assertThat(process("gateway")).isEqualTo(gateway);
        assertThat(heard.warnings).isEmpty();
        assertThat(heard.stages).singleElement().asString().startsWith("Starting host");
    }

    @Test
    void a_port_that_another_program_took_is_replaced_and_the_account_is_kept() throws IOException {
        int ingest = SECOND.endpoints().ingestUrl().getPort();
        SECOND.down(false, Progress.silent());
        try (ServerSocket other = new ServerSocket(ingest, 1, InetAddress.getLoopbackAddress())) {
            SECOND.up(UpOptions.defaults(), heard);

            assertThat(heard.warnings).singleElement().asString().contains("port " + other.getLocalPort());
            assertThat(SECOND.endpoints().ingestUrl().getPort()).isNotEqualTo(ingest);
            assertThat(heard.stages).doesNotContain("Deploying the stacks");
        }
    }

    private static ProcessHandle process(String name) {
        Part found = SECOND.status().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(found.pid()).orElseThrow();
    }

    private static final class Heard implements Progress {
        private final List<String> stages = new CopyOnWriteArrayList<>();
        private final List<String> warnings = new CopyOnWriteArrayList<>();

        @Override
        public void stage(String line) {
            stages.add(line);
        }

        @Override
        public void warn(String line) {
            warnings.add(line);
        }
    }
}

package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {

    @TempDir
    private Path folder = Path.of("");

    private Layout layout = new Layout(Path.of("/project"), Path.of("/state"));
    private RunFile runFile = new RunFile(layout.runFile());

    @BeforeEach
    void inAFreshCheckout() {
        layout = new Layout(folder, folder.resolve("state"));
        runFile = new RunFile(layout.runFile());
    }

    @Test
    void aCheckoutThatWasNeverStartedAilsNothing() {
        assertThat(ailments()).isEmpty();
    }

    @Test
    void anEmulatorThatDiedUnsavedIsGraveAndItsCureIsNamed() {
        runFile.update(state -> state.withPart(
                Parts.EMULATOR, new RunState.Started(new ProcessIdentity(Integer.MAX_VALUE, Instant.EPOCH), "code")));

        assertThat(ailments()).singleElement().satisfies(ailment -> {
            assertThat(ailment.grave()).isTrue();
            assertThat(ailment.what()).contains("ended without saving", "tables");
            assertThat(ailment.cure()).contains("millrace up");
        });
    }

    @Test
    void aPortThatAnotherProgramTookIsWorthANote() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runFile.update(state -> state.withPorts(Map.of(Parts.GATEWAY, other.getLocalPort())));

            assertThat(ailments()).singleElement().satisfies(ailment -> {
                assertThat(ailment.grave()).isFalse();
                assertThat(ailment.what()).contains("port " + other.getLocalPort() + " of gateway is taken");
            });
        }
    }

    @Test
    void whatIsLeftOfALostAccountIsMeasured() throws IOException {
        Files.createDirectories(layout.lost());
        Files.write(layout.lost().resolve("object"), new byte[1_500_000]);

        assertThat(ailments())
                .singleElement()
                .satisfies(ailment -> assertThat(ailment.what()).contains("1.5 MB"));
    }

    @Test
    void anInstallationWithoutItsStampIsDamaged() throws IOException {
        Files.createDirectories(layout.venv());
        Files.createDirectories(folder.resolve("localstack"));
        Files.writeString(folder.resolve("localstack/requirements.txt"), "");

        assertThat(ailments())
                .singleElement()
                .satisfies(ailment -> assertThat(ailment.what()).contains("is damaged"));
    }

    @Test
    void aRunFileThatCannotBeReadIsToldInsteadOfThrown() throws IOException {
        Files.createDirectories(layout.runFile().getParent());
        Files.writeString(layout.runFile(), "{");

        assertThat(ailments())
                .singleElement()
                .satisfies(ailment -> assertThat(ailment.grave()).isTrue());
    }

    private List<Ailment> ailments() {
        return new Examination(layout, Map.of()).ailments();
    }
}

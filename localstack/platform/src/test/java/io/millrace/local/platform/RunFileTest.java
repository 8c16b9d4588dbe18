package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    private static final RunState.Started HOST =
            new RunState.Started(new ProcessIdentity(42, Instant.parse("2026-01-02T03:04:05.678Z")), "abc");

    @TempDir
    Path folder;

    private Path path;
    private RunFile file;

    @BeforeEach
    void inAFolderThatDoesNotExistYet() {
        path = folder.resolve("run/platform.json");
        file = new RunFile(path);
    }

    @Test
    void nothingWrittenReadsAsEmpty() {
        assertThat(file.read()).isEqualTo(RunState.empty());
    }

    @Test
    void whatIsWrittenIsRead() {
        RunState written = file.update(state -> state.withPorts(Map.of("host", 4000, "gateway", 4566))
                .withPart("host", HOST)
                .withDeployment("digest"));

        assertThat(new RunFile(path).read()).isEqualTo(written);
        assertThat(written.part("host").orElseThrow().process().startedAt())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    @Test
    void aStoppedPartIsForgottenAndItsPortIsNot() {
        file.update(state -> state.withPorts(Map.of("host", 4000)).withPart("host", HOST));

        RunState after = file.update(state -> state.withoutPart("host"));

        assertThat(after.part("host")).isEmpty();
        assertThat(after.port("host")).contains(4000);
    }

    @Test
    void anUnreadableFileIsNamedWithTheWayOut() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"format\":1,");

        assertThatThrownBy(file::read)
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("Cannot read " + path)
                .hasMessageContaining("delete it and run ./millrace up");
    }

    @Test
    void aFileOfAnotherVersionIsRefused() {
        file.update(state -> new RunState(7, Map.of(), Map.of(), null));

        assertThatThrownBy(file::read).hasMessageContaining("format 7 is not 1");
    }
}

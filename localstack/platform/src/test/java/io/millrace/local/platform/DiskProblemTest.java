package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is always full stands for the disk. */
class DiskProblemTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void onASystemThatHasOne() {
        assumeThat(Files.exists(FULL)).isTrue();
    }

    @Test
    void aFullDiskIsToldInPlainWordsWithTheWayOut() {
        IOException failure = (IOException) Assertions.catchThrowable(this::write);

        assertThat(DiskProblem.explain("write the log", failure))
                .hasMessage("Cannot write the log: the disk is full; free some space and run the command again");
    }

    private void write() throws IOException {
        try (FileOutputStream out = new FileOutputStream(FULL.toFile())) {
            out.write(1);
        }
    }

    @Test
    void aProgramThatDiedOfItIsNotBlamed() {
        ExternalCommand install = new ExternalCommand(
                List.of("sh", "-c", "LC_ALL=C cat /etc/hostname > /dev/full"),
                folder,
                Map.of("PATH", System.getenv().getOrDefault("PATH", "")),
                folder.resolve("install.log"));

        assertThatThrownBy(() -> install.run("install MiniStack"))
                .hasMessageStartingWith("Cannot install MiniStack: the disk is full");
    }

    @Test
    void aProgramThatFailedOtherwiseShowsTheEndOfItsOutput() {
        ExternalCommand install = new ExternalCommand(
                List.of("sh", "-c", "echo what went wrong; exit 3"), folder, Map.of(), folder.resolve("install.log"));

        assertThatThrownBy(() -> install.run("install MiniStack"))
                .hasMessageContaining("sh ended with exit code 3")
                .hasMessageContaining("what went wrong");
    }
}

package io.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    private Layout layout;
    private StateFolder state;

    @BeforeEach
    void aUsedFolder() throws IOException {
        layout = new Layout(folder.resolve("checkout"), folder.resolve("state"));
        state = new StateFolder(layout);
        state.prepare();
        write(layout.emulatorState().resolve("state/kinesis.json"));
        write(layout.hostState().resolve("checkpoint.json"));
        write(layout.log("host"));
        write(layout.venv().resolve("bin/python"));
    }

    @Test
    void wipingLeavesInstalledToolsAndWhateverElseLiesThere() throws IOException {
        Path foreign = write(layout.state().resolve("thesis.tex"));

        state.deleteAll();

        assertThat(layout.emulatorState()).doesNotExist();
        assertThat(layout.hostState()).doesNotExist();
        assertThat(layout.logs()).doesNotExist();
        assertThat(layout.venv().resolve("bin/python")).exists();
        assertThat(foreign).exists();
    }

    @Test
    void wipingDeletesALinkAndNotWhatItPointsTo() throws IOException {
        Path outside = write(folder.resolve("outside/precious.txt"));
        Files.createSymbolicLink(layout.emulatorState().resolve("s3/linked"), outside.getParent());
        state.deleteAll();
        Files.createSymbolicLink(layout.emulatorState(), outside.getParent());
        state.deleteAll();

        assertThat(outside).exists();
        assertThat(layout.emulatorState()).doesNotExist();
    }

    @Test
    void aLostAccountIsSetAsideInPlaceOfTheOneBefore() throws IOException {
        state.setAsideAccount();
        state.prepare();
        write(layout.emulatorState().resolve("state/sqs.json"));

        state.setAsideAccount();

        assertThat(layout.lost().resolve("state/sqs.json")).exists();
        assertThat(layout.lost().resolve("state/kinesis.json")).doesNotExist();
        assertThat(layout.hostState()).doesNotExist();
    }

    @Test
    void anEmulatorHasSavedWhenItsFilesAreNewerThanItsStart() throws IOException {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Path file = layout.emulatorState().resolve("state/kinesis.json");

        Files.setLastModifiedTime(file, FileTime.from(start.minusSeconds(1)));
        assertThat(state.savedSince(start)).isFalse();

        Files.setLastModifiedTime(file, FileTime.from(start.plusSeconds(1)));
        assertThat(state.savedSince(start)).isTrue();
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content");
    }
}

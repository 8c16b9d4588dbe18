package io.millrace.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformLogsTest {

    @TempDir
    private Path folder = Path.of("");

    private final List<String> told = new ArrayList<>();

    @Test
    void showsTheLastLinesOfEachWithItsName() throws IOException {
        write("host", "1\n2\n3\n");
        write("gateway", "a\n");

        try (PlatformLogs logs = new PlatformLogs(folder, List.of("host", "gateway"))) {
            logs.last(2, told::add);
        }

        assertThat(told).containsExactly("host    | 2", "host    | 3", "gateway | a");
    }

    @Test
    void findsTheLastLinesOfALongLog() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        write("host", text.toString());

        try (PlatformLogs logs = new PlatformLogs(folder, List.of("host"))) {
            logs.last(20_000, told::add);
        }

        assertThat(told).hasSize(20_000).startsWith("line 30000").endsWith("line 49999");
    }

    @Test
    void followsOnlyWholeLinesAndGoesOnOverARestart() throws Exception {
        write("host", "old\n");
        Deque<Change> changes = new ArrayDeque<>(List.of(
                () -> append("host", "one\nhal"),
                () -> append("host", "f\n"),
                () -> {
                    append("host", "last words");
                    Files.move(folder.resolve("host.log"), folder.resolve("host.log.1"));
                },
                () -> write("host", "new\n"),
                () -> append("host", "begins\n")));

        try (PlatformLogs logs = new PlatformLogs(folder, List.of("host"))) {
            logs.last(0, told::add);
            logs.follow(() -> next(changes), told::add);
        }

        assertThat(told).containsExactly("one", "half", "last words", "new", "begins");
    }

    @Test
    void namesTheLogsThatThereAre() throws IOException {
        write("host", "");

        assertThatThrownBy(() -> new PlatformLogs(folder, List.of("../secret")))
                .hasMessage("Cannot show the log of ../secret: there are host");
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Makes a change each time it is asked, twice nothing at the end. */
    private static boolean next(Deque<Change> changes) {
        if (changes.isEmpty()) {
            return true;
        }
        try {
            changes.remove().make();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return false;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".log"), text);
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".log"), text, StandardOpenOption.APPEND);
    }
}

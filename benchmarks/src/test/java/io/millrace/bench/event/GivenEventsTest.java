package io.millrace.bench.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenEventsTest {
    private static final int MOST = 50_000;

    @TempDir
    private Path folder;

    @Test
    void aLineIsAnEventAsItStandsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("events.ndjson"), "{\"name\": \"é\"}\n\n" + lines(5_000));

        EventSet events = GivenEvents.read(file, "app_events", MOST);

        assertThat(events.events()).hasSize(5_001);
        assertThat(events.events().get(0)).isEqualTo("{\"name\": \"é\"}".getBytes(UTF_8));
        assertThat(events.name()).isEqualTo("events.ndjson");
    }

    @Test
    void aFoldersFilesAreReadInOrderPackedOrNot() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
            packed.write(("{\"first\":1}\n" + lines(2_500)).getBytes(UTF_8));
        }
        Files.writeString(folder.resolve("b.ndjson"), lines(2_500));
        Files.writeString(folder.resolve("readme.md"), "not an event");

        EventSet events = GivenEvents.read(folder, "app_events", MOST);

        assertThat(events.events()).hasSize(5_001);
        assertThat(events.events().get(0)).isEqualTo("{\"first\":1}".getBytes(UTF_8));
    }

    @Test
    void whatIsBeyondATurnIsLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("events.ndjson"), lines(6_000));

        assertThat(GivenEvents.read(file, "app_events", 5_500).events()).hasSize(5_500);
    }

    @Test
    void refusesTooFewEvents() throws IOException {
        Path file = Files.writeString(folder.resolve("events.ndjson"), lines(2));

        assertThatThrownBy(() -> GivenEvents.read(file, "app_events", MOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot measure with %s: it has 2 events, and a turn takes 5000 at least", file);
    }

    @Test
    void refusesADatasetThatNoStreamTakes() {
        assertThatThrownBy(() -> GivenEvents.read(folder, "weather", MOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot measure with events of 'weather': streams take app_events, ");
    }

    private static String lines(int count) {
        return "{}\n".repeat(count);
    }
}

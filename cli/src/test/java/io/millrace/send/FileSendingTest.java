package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contracts;
import io.millrace.send.UnsteadyDoor.Mood;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSendingTest {

    @TempDir
    private Path folder;

    @Test
    void sendsEveryRowOfAFileInFullPostsAndNamesTheRejectedRows() throws Exception {
        Path file = folder.resolve("clicks.ndjson");
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 25; i++) {
            String page = i == 13 ? "" : "\"page\":\"/\",";
            lines.append("{\"event_id\":\"e-" + i + "\"," + page
                    + "\"event_timestamp\":\"2026-03-01T12:00:00Z\",\"session_id\":\"s\"}\n");
        }
        Files.writeString(file, lines);
        try (UnsteadyDoor door = new UnsteadyDoor(Mood.CUT_BEFORE_TAKING);
                Sender sender = new Sender(new Poster(door.door(), Duration.ofMinutes(1), new RecordedWaits()), 3)) {
            JsonNode summary = new FileSending("clickstream", Contracts.bundled(), 10, sender, Progress.silent())
                    .send(file, null)
                    .toJson();

            assertThat(door.taken()).hasSize(25);
            assertThat(summary.get("rows").intValue()).isEqualTo(25);
            assertThat(summary.get("accepted").intValue()).isEqualTo(24);
            assertThat(summary.get("rejected").intValue()).isEqualTo(1);
            assertThat(summary.get("posts").intValue()).isEqualTo(3);
            assertThat(summary.get("retries").intValue()).isEqualTo(1);
            assertThat(summary.at("/rejections/0/row").intValue()).isEqualTo(13);
        }
    }
}

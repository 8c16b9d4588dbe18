package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The contract that the documentation shows, added to a running platform by nothing else than "up". */
final class NewDatasetIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void one_file_and_one_up_make_a_dataset() throws IOException {
        CheckoutCopy copy = CheckoutCopy.in(folder);
        try {
            copy.millrace("up").succeeded();
            copy.addContract("support/tickets.yaml", documented());
            copy.millrace("up").succeeded();

            Path events = Files.write(
                    folder.resolve("tickets.ndjson"),
                    List.of(
                            "{\"event_id\":\"t1\",\"opened_at\":\"2026-03-01T12:00:00Z\",\"customer_id\":\"c1\"}",
                            "{\"event_id\":\"t2\",\"opened_at\":\"2026-03-01T12:00:00Z\",\"customer_id\":\"c2\",\"priority\":\"high\"}",
                            "{\"event_id\":\"t3\",\"opened_at\":\"2026-03-01T12:00:00Z\"}"));
            copy.millrace("send", events.toString(), "--dataset", "tickets").succeeded();
            copy.millrace("settle", "--timeout", "120s").succeeded();

            assertThat(rows(copy, "select event_id, priority from local_silver.tickets_silver order by 1"))
                    .isEqualTo(
                            "[{\"event_id\":\"t1\",\"priority\":\"NORMAL\"},{\"event_id\":\"t2\",\"priority\":\"HIGH\"}]");
            assertThat(rows(copy, "select event_id, _pointer from local_bronze.tickets_quarantine"))
                    .isEqualTo("[{\"event_id\":\"t3\",\"_pointer\":\"/customer_id\"}]");
            copy.millrace("ledger").succeeded();
        } finally {
            copy.millrace("down");
        }
    }

    private static String rows(CheckoutCopy copy, String sql) {
        JsonNode rows =
                copy.millrace("query", sql, "--format", "json").succeeded().json();
        return rows.toString();
    }

    private static String documented() throws IOException {
        String page = Files.readString(Checkout.root().resolve("docs/concepts/adding-a-dataset.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }
}

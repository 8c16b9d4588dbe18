package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Contracts added to a running platform, and changed there, by nothing else than "up". */
final class NewDatasetIT {
    private static final int REFUNDS = 500;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static CheckoutCopy copy;

    @BeforeAll
    static void deploy() throws IOException {
        copy = CheckoutCopy.in(folder);
        copy.millrace("up").succeeded();
        copy.addContract("support/tickets.yaml", documented());
        copy.addContract("support/refunds.yaml", refunds("1.0.0", 4));
        copy.millrace("up").succeeded();
    }

    @AfterAll
    static void stop() {
        copy.millrace("down");
    }

    @Test
    void one_file_and_one_up_make_a_dataset() throws IOException {
        send(
                "tickets",
                Stream.of(
                        "{\"event_id\":\"t1\",\"opened_at\":\"2026-03-01T12:00:00Z\",\"customer_id\":\"c1\"}",
                        "{\"event_id\":\"t2\",\"opened_at\":\"2026-03-01T12:00:00Z\",\"customer_id\":\"c2\",\"priority\":\"high\"}",
                        "{\"event_id\":\"t3\",\"opened_at\":\"2026-03-01T12:00:00Z\"}"));

        assertThat(rows("select event_id, priority from local_silver.tickets_silver order by 1"))
                .hasToString(
                        "[{\"event_id\":\"t1\",\"priority\":\"NORMAL\"},{\"event_id\":\"t2\",\"priority\":\"HIGH\"}]");
        assertThat(rows("select event_id, _pointer from local_bronze.tickets_quarantine"))
                .hasToString("[{\"event_id\":\"t3\",\"_pointer\":\"/customer_id\"}]");
        copy.millrace("ledger").succeeded();
    }

    @Test
    void what_a_rule_had_rejected_is_replayed_once_the_rule_is_looser_and_only_once() throws IOException {
        send("refunds", IntStream.range(0, REFUNDS).mapToObj(NewDatasetIT::refund));
        assertThat(counted("refunds_silver")).isZero();
        assertThat(replay("--dry-run").at("/still_rejected").elements().next().asInt())
                .isEqualTo(REFUNDS);

        copy.addContract("support/refunds.yaml", refunds("1.1.0", 40));
        copy.millrace("up").succeeded();
        send("refunds", Stream.of(refund(7)));

        assertThat(replay("--dry-run").path("silver").asInt()).isEqualTo(REFUNDS - 1);
        assertThat(counted("refunds_silver")).isEqualTo(1);
        JsonNode replayed = replay();
        assertThat(replayed.path("silver").asInt()).isEqualTo(REFUNDS - 1);
        assertThat(replayed.path("duplicates").asInt()).isEqualTo(1);
        assertAllThere();

        assertThat(replay().path("rows").asInt()).isZero();
        assertAllThere();
        assertThat(copy.millrace("trace", "r8").succeeded().out())
                .contains("rejected at door", "replayed at", "in silver");
    }

    private static void assertAllThere() {
        assertThat(counted("refunds_silver")).isEqualTo(REFUNDS);
        copy.millrace("ledger").succeeded();
        assertThat(listed()).isZero();
        assertThat(listed("--all")).isEqualTo(REFUNDS);
    }

    private static long counted(String table) {
        return rows("select count(distinct event_id) as events, count(*) as all_rows from local_silver." + table
                        + " having count(*) = count(distinct event_id)")
                .path(0)
                .path("all_rows")
                .asLong(-1);
    }

    private static long listed(String... more) {
        JsonNode groups = copy.millrace(arguments(List.of("list", "--format", "json"), more))
                .succeeded()
                .json()
                .path("groups");
        return groups.path(0).path("rows").asLong();
    }

    private static JsonNode replay(String... more) {
        return copy.millrace(arguments(List.of("replay"), more))
                .succeeded()
                .json()
                .path("datasets")
                .path(0);
    }

    private static String[] arguments(List<String> quarantine, String... more) {
        return Stream.of(
                        Stream.of("quarantine"),
                        quarantine.stream(),
                        Stream.of("--dataset", "refunds"),
                        Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /** Some are meant to be rejected, which the command tells by its exit code. */
    private static void send(String dataset, Stream<String> events) throws IOException {
        Path file = Files.createTempFile(folder, dataset, ".ndjson");
        Files.write(file, events.toList());
        copy.millrace("send", file.toString(), "--dataset", dataset);
        copy.millrace("settle", "--timeout", "120s").succeeded();
    }

    private static JsonNode rows(String sql) {
        return copy.millrace("query", sql, "--format", "json").succeeded().json();
    }

    private static String refund(int number) {
        return "{\"event_id\":\"r%d\",\"opened_at\":\"2026-03-01T12:00:00Z\",\"customer_id\":\"c%d\",\"reason\":\"too late\"}"
                .formatted(number, number % 50);
    }

    /** The documented contract with another name and one more field. */
    private static String refunds(String version, int longestReason) throws IOException {
        return documented()
                .replace("tickets", "refunds")
                .replace("version: 1.0.0", "version: " + version)
                .replace("      - name: priority", """
                      - name: reason
                        logicalType: string
                        description: Why, in the customer's words.
                        classification: internal
                        logicalTypeOptions: {maxLength: %d}
                        examples: [late]
                      - name: priority""".formatted(longestReason).indent(6));
    }

    private static String documented() throws IOException {
        String page = Files.readString(Checkout.root().resolve("docs/concepts/adding-a-dataset.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start));
    }
}

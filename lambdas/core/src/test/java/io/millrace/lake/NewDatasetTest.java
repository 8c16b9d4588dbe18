package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.SampleEvent;
import io.millrace.contract.TableDefinition;
import io.millrace.frame.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One more file among the contracts, the one that the documentation shows, is one more dataset. */
class NewDatasetTest {
    private static final Path PAGE = Path.of("../../docs/concepts/adding-a-dataset.md");
    private static final ShardId SHARD = new ShardId("events-g1", "shardId-000000000000");

    @TempDir
    Path folder;

    private Contracts contracts = Contracts.bundled();

    @BeforeEach
    void addTheFile() throws IOException {
        for (Contract contract : Contracts.bundled().all()) {
            String path = contract.domain() + "/" + contract.dataset() + ".yaml";
            write(path, Files.readString(Path.of("../../contracts", path)));
        }
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        write("support/tickets.yaml", page.substring(start, page.indexOf("```", start)));
        contracts = Contracts.read(folder);
    }

    @Test
    void itsEventsReachItsTables() {
        Contract tickets = contracts.find("tickets").orElseThrow();
        byte[] good = SampleEvent.of(tickets).toString().getBytes(UTF_8);
        byte[] bad = "{\"event_id\":\"t-2\",\"opened_at\":\"2026-03-01T12:00:00Z\"}".getBytes(UTF_8);

        Map<String, Integer> rows = read(
                new Entry("tickets", "1.0.0", 0, null, good, null), new Entry("tickets", "1.0.0", 1, null, bad, null));

        assertThat(rows)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("tickets_bronze", 2, "tickets_silver", 1, "tickets_quarantine", 1));
    }

    @Test
    void theOthersAreAsTheyWere() {
        Contract users = contracts.find("users").orElseThrow();
        byte[] event = SampleEvent.of(users).toString().getBytes(UTF_8);

        assertThat(contracts.all()).hasSize(Contracts.bundled().all().size() + 1);
        assertThat(read(new Entry("users", "1.0.0", 0, null, event, null)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("users_bronze", 1, "user_updates_silver", 1));
    }

    private Map<String, Integer> read(Entry... entries) {
        Batch batch = new BatchReader(contracts)
                .read(SHARD, List.of(Mill.record(1, new ArrayList<>(List.of(entries)))), Mill.NOW);
        batch.deduplicate(Set.of());
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<TableDefinition, List<Object[]>> table : batch.rows().entrySet()) {
            counts.put(table.getKey().name(), table.getValue().size());
        }
        return counts;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package io.millrace.replay;

import io.millrace.contract.Column;
import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.lake.MemoryTables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A replay's view of tables in memory. */
final class MemoryReplayTables implements ReplayTables {
    private final MemoryTables tables;

    MemoryReplayTables(MemoryTables tables) {
        this.tables = tables;
    }

    @Override
    public OpenRows open(Contract contract, ReplayFilter filter, @Nullable Cursor after, Limits limits) {
        Set<Cursor> marked = new HashSet<>();
        for (Map<String, Object> mark : rows(ReplayMarks.TABLE)) {
            marked.add(new Cursor((long) mark.get("_received_at"), (String) mark.get("_source_position"), (String)
                    mark.get("_stage")));
        }
        List<QuarantinedEvent> open = rows(contract.quarantine()).stream()
                .filter(row -> filter.rule().isEmpty() || filter.rule().equals(row.get("_rule")))
                .map(MemoryReplayTables::event)
                .filter(event -> !marked.contains(event.key()))
                .filter(event -> after == null || event.key().compareTo(after) > 0)
                .sorted((one, two) -> one.key().compareTo(two.key()))
                .toList();
        int rows = Math.min(limits.rows(), open.size());
        return new OpenRows(open.subList(0, rows), rows < open.size());
    }

    @Override
    public Set<Fingerprint> inSilver(Contract of, Map<Fingerprint, String> eventIds) {
        Set<Fingerprint> found = new HashSet<>();
        for (Map<String, Object> row : rows(of.silver())) {
            Fingerprint fingerprint =
                    Fingerprint.of(of.dataset(), (String) row.get("_source_system"), (String) row.get("event_id"));
            if (eventIds.containsKey(fingerprint)) {
                found.add(fingerprint);
            }
        }
        return found;
    }

    private static QuarantinedEvent event(Map<String, Object> row) {
        return new QuarantinedEvent(
                Stage.valueOf(((String) row.get("_stage")).toUpperCase(Locale.ROOT)),
                (String) row.get("_rule"),
                new RowMeta(
                        (String) row.get("_batch_id"),
                        (long) row.get("_received_at"),
                        (long) row.get("_ingested_at"),
                        (String) row.get("_source_system"),
                        null,
                        (String) row.get("_source_position"),
                        (String) row.get("_contract_version"),
                        (String) row.get("_service_version"),
                        (String) row.get("_context"),
                        (String) row.get("_protocol"),
                        (Long) row.get("_sent_at")),
                (byte[]) row.get("payload"));
    }

    private List<Map<String, Object>> rows(TableDefinition table) {
        List<Column> columns = table.columns();
        return tables.rows("test." + table.name()).stream()
                .map(values -> {
                    Map<String, Object> row = new HashMap<>();
                    for (int i = 0; i < values.length; i++) {
                        row.put(columns.get(i).name(), values[i]);
                    }
                    return row;
                })
                .toList();
    }
}

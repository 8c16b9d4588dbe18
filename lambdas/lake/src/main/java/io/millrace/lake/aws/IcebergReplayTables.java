package io.millrace.lake.aws;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThanOrEqual;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.lake.TablesException;
import io.millrace.replay.Cursor;
import io.millrace.replay.QuarantinedEvent;
import io.millrace.replay.ReplayFilter;
import io.millrace.replay.ReplayMarks;
import io.millrace.replay.ReplayTables;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/** Reads quarantine, marks and silver from their Iceberg tables. */
final class IcebergReplayTables implements ReplayTables {
    private static final String[] KEY = {"_received_at", "_source_position", "_stage"};

    private final Catalog catalog;
    private final Databases databases;

    /** @param catalog one that loads anew each time: no cache around it */
    IcebergReplayTables(Catalog catalog, Databases databases) {
        this.catalog = catalog;
        this.databases = databases;
    }

    @Override
    public OpenRows open(Contract contract, ReplayFilter filter, @Nullable Cursor after, Limits limits) {
        Set<Cursor> replayed = new HashSet<>();
        Expression marks = and(equal("dataset", contract.dataset()), QuarantineScan.received(filter, after));
        read(ReplayMarks.TABLE, marks, row -> replayed.add(QuarantineScan.key(row)), KEY);
        FirstRows first = new FirstRows(limits);
        read(contract.quarantine(), QuarantineScan.wanted(filter, after), row -> {
            Cursor key = QuarantineScan.key(row);
            boolean ahead = after == null || key.compareTo(after) > 0;
            if (ahead && !replayed.contains(key) && filter.wantsReason(QuarantineScan.text(row, "_reason"))) {
                first.offer(key, row);
            }
        });
        return new OpenRows(first.rows.values().stream().toList(), first.more);
    }

    /** Reads the column of ids, in the files whose bounds allow one of them. */
    @Override
    public Set<Fingerprint> inSilver(Contract contract, Map<Fingerprint, String> eventIds) {
        Set<Fingerprint> found = new HashSet<>();
        if (eventIds.isEmpty()) {
            return found;
        }
        Collection<String> ids = new HashSet<>(eventIds.values());
        Expression among = and(
                in("event_id", ids.toArray()),
                greaterThanOrEqual("event_id", Collections.min(ids)),
                lessThanOrEqual("event_id", Collections.max(ids)));
        read(
                contract.silver(),
                among,
                row -> {
                    Fingerprint fingerprint = Fingerprint.of(
                            contract.dataset(),
                            QuarantineScan.text(row, "_source_system"),
                            QuarantineScan.text(row, "event_id"));
                    if (eventIds.containsKey(fingerprint)) {
                        found.add(fingerprint);
                    }
                },
                "event_id",
                "_source_system");
        return found;
    }

    private void read(TableDefinition definition, Expression where, Consumer<Record> each, String... columns) {
        TableIdentifier identifier = databases.table(definition);
        try {
            IcebergGenerics.ScanBuilder scan =
                    IcebergGenerics.read(catalog.loadTable(identifier)).where(where);
            if (columns.length > 0) {
                scan.select(columns);
            }
            try (CloseableIterable<Record> rows = scan.build()) {
                rows.forEach(each);
            }
        } catch (IOException | RuntimeException e) {
            throw new TablesException("Cannot read table " + identifier, e);
        }
    }

    /** Of rows that come in any order, the first so many. */
    private static final class FirstRows {
        private final Limits limits;
        private final TreeMap<Cursor, QuarantinedEvent> rows = new TreeMap<>();
        private long bytes;
        private boolean more;

        FirstRows(Limits limits) {
            this.limits = limits;
        }

        void offer(Cursor key, Record row) {
            if (more && key.compareTo(rows.lastKey()) > 0) {
                return;
            }
            QuarantinedEvent event = QuarantineScan.event(row);
            bytes += event.payload().length;
            rows.put(key, event);
            while (rows.size() > 1 && (rows.size() > limits.rows() || bytes > limits.bytes())) {
                bytes -= rows.pollLastEntry().getValue().payload().length;
                more = true;
            }
        }
    }
}

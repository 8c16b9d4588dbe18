package io.millrace.lake.aws;

import io.millrace.contract.Contracts;
import io.millrace.invocation.Invocation;
import io.millrace.lake.BatchReader;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.Lineage;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.RecordReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterServices;
import io.millrace.store.MemoryStore;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;

/** The real handlers over a ledger and a store in memory, and over real Iceberg tables in memory. */
final class MemoryLake {
    final ShardId shard = new ShardId("events-g1", "shardId-000000000000");

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();
    final RivalCatalog catalog = RivalCatalog.empty();
    private final Databases databases = new Databases("test");
    private final Clock clock = Clock.systemUTC();

    MemoryLake() {
        migrate(Contracts.bundled());
        ledger.begin(shard.stream(), Set.of(shard.shard()));
    }

    /** The writer as a process that has just started. */
    WriterHandler writer() {
        return writer(new BatchReader(Contracts.bundled()));
    }

    WriterHandler writer(RecordReader reader) {
        Lineage lineage = child -> Set.of();
        return new WriterHandler(
                new WriterServices(
                        ledger,
                        store,
                        new IcebergTableFiles(new OpenTables(catalog, databases, clock)),
                        new ShardOpening(ledger, lineage),
                        () -> {},
                        new Windows(ledger, store, lineage, Duration.ofMinutes(60), MemoryLake::freshId),
                        reader,
                        clock,
                        MemoryLake::freshId),
                "test");
    }

    /**
     * The committer as a process that has just started.
     *
     * @param interval in which the schedule makes no second fold
     * @param metrics where it writes what it measures
     */
    CommitterHandler committer(Duration interval, PrintStream metrics) {
        return new CommitterHandler(
                new CommitterServices(
                        ledger, store, new IcebergTables(catalog), () -> {}, clock, MemoryLake::freshId, 500),
                interval,
                "test",
                metrics);
    }

    /** Has the tables as contracts of a deployment say. */
    void migrate(Contracts contracts) {
        new Migration(catalog, databases, "memory:/warehouse").apply(ContractTables.of(contracts));
    }

    /** Lets the committer run until nothing is left to fold. */
    void commit() throws IOException {
        CommitterHandler committer = committer(Duration.ZERO, System.out);
        long before;
        do {
            before = folds();
            Invocation.of(committer, "{}");
        } while (folds() > before);
    }

    private long folds() {
        return ledger.lastFold().map(fold -> fold.number()).orElse(0L);
    }

    List<Record> rows(String database, String table) throws IOException {
        return rows(TableIdentifier.of(database, table));
    }

    /** What a reader of a table sees. */
    List<Record> rows(TableIdentifier table) throws IOException {
        List<Record> found = new ArrayList<>();
        try (var rows = IcebergGenerics.read(catalog.loadTable(table)).build()) {
            rows.forEach(found::add);
        }
        return found;
    }

    private static String freshId() {
        return UUID.randomUUID().toString();
    }
}

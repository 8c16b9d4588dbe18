package io.millrace.bench.lake;

import io.millrace.contract.Contracts;
import io.millrace.lake.BatchReader;
import io.millrace.lake.CommitterRun;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.Ledger;
import io.millrace.lake.Lineage;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.TableFiles;
import io.millrace.lake.Wake;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import io.millrace.lake.aws.CommitterHandler;
import io.millrace.lake.aws.ContractTables;
import io.millrace.lake.aws.Databases;
import io.millrace.lake.aws.IcebergTableFiles;
import io.millrace.lake.aws.IcebergTables;
import io.millrace.lake.aws.Migration;
import io.millrace.lake.aws.OpenTables;
import io.millrace.store.MemoryStore;
import io.millrace.store.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The lake-writer over the tables that the contracts ask for, with the settings that a migration gives them: data files
 * and metadata on this machine's disk; catalog, ledger, claims and dedup windows in memory.
 */
public final class LocalLake {
    private static final Lineage NO_PARENTS = child -> Set.of();

    private final CallCount calls = new CallCount();
    private final MemoryCatalog catalog = MemoryCatalog.empty(new DiskFiles(calls), calls);
    private final TableFiles files;
    private final BatchReader reader = new BatchReader(Contracts.bundled());

    /** @param folder where the tables' files go */
    public LocalLake(Path folder) {
        Databases databases = new Databases("bench");
        catalog.throughFiles(true);
        new Migration(catalog, databases, folder.toString()).apply(ContractTables.of(Contracts.bundled()));
        files = new IcebergTableFiles(new OpenTables(catalog, databases, Clock.systemUTC()));
    }

    /** The writer's way to its tables. */
    public TableFiles files() {
        return files;
    }

    /** What AWS would have been asked for all that was done here. */
    public CallCount calls() {
        return calls;
    }

    /** A writer of a new shard, as a process that goes on for many batches. */
    public Shard shard(TableFiles into) {
        return new Shard(into);
    }

    /** One shard, from its beginning, and a committer that folds what it claims. */
    public final class Shard {
        private final ShardId id = new ShardId("events-g1", "shardId-000000000000");
        private final WriterServices writer;
        private final CommitterServices committer;

        private Shard(TableFiles into) {
            MemoryLedger memory = new MemoryLedger();
            memory.begin(id.stream(), Set.of(id.shard()));
            Ledger ledger = new CountedLedger(memory, calls);
            ObjectStore store = new CountedStore(new MemoryStore(), calls);
            Clock clock = Clock.systemUTC();
            Wake wake = () -> calls.add(Call.SQS_SEND);
            writer = new WriterServices(
                    ledger,
                    store,
                    into,
                    new ShardOpening(ledger, NO_PARENTS),
                    wake,
                    new Windows(ledger, store, NO_PARENTS, Duration.ofMinutes(60), LocalLake::freshId),
                    reader,
                    clock,
                    LocalLake::freshId);
            committer = new CommitterServices(
                    ledger,
                    store,
                    new IcebergTables(catalog),
                    wake,
                    clock,
                    LocalLake::freshId,
                    CommitterHandler.MAX_CLAIMS);
        }

        /** Writes the next batch, from its records to its claim. */
        public void write(List<StreamRecord> batch) {
            toTheEnd(new WriterRun(writer, id, batch)::advance);
        }

        /** Folds what was claimed into the tables. */
        public void commit() {
            toTheEnd(new CommitterRun(committer)::advance);
        }
    }

    private static void toTheEnd(BooleanSupplier advance) {
        boolean more = true;
        while (more) {
            more = advance.getAsBoolean();
        }
    }

    private static String freshId() {
        return UUID.randomUUID().toString();
    }
}

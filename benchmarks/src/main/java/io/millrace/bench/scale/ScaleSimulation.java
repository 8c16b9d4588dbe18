package io.millrace.bench.scale;

import io.millrace.bench.lake.CallCount;
import io.millrace.bench.lake.MemoryCatalog;
import io.millrace.bench.lake.MemoryFiles;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.ClaimRemoval;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.Lineage;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import io.millrace.lake.aws.Databases;
import io.millrace.lake.aws.IcebergTables;
import io.millrace.lake.aws.Migration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * One stream of one dataset through simulated days: writers, the committer function, claim removal every hour, maintenance.
 * Protocol and table metadata are the real ones; streams, data files, the ledger and the object store are in memory.
 */
public final class ScaleSimulation {
    private static final Instant BEGINNING = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration REMOVE_CLAIMS_EVERY = Duration.ofHours(1);
    private static final Duration DEDUP_WINDOW = Duration.ofMinutes(60);
    private static final String STREAM = "events-g1";
    /** Objects that are kept of each shard, and folds: more than any claim, window or settled fold asks for. */
    private static final int OBJECTS_A_SHARD = 60;

    private static final int FOLDS_KEPT = 30_000;
    /** So many folds are measured with metadata in files, of those that are simulated without. */
    private static final int MEASURED_ONE_IN = 97;

    private final ScalePlan plan;
    private final StepClock clock = new StepClock(BEGINNING);
    private final MemoryLedger ledger = new MemoryLedger();
    private final ForgetfulStore store = new ForgetfulStore();
    private final MemoryFiles files = new MemoryFiles();
    private final MemoryCatalog catalog = MemoryCatalog.empty(files, new CallCount());
    private final IcebergTables tables = new IcebergTables(catalog, new SameThread());
    private final WriterServices writer;
    private final SimulatedCommitter committer;
    private final SnapshotTimes times;
    private final ScaleFigures figures = new ScaleFigures(BEGINNING, files);
    private long positions;
    private long ids;
    private Instant nextUpkeep;
    private Instant nextRemoval = BEGINNING.plus(REMOVE_CLAIMS_EVERY);

    private ScaleSimulation(ScalePlan plan) {
        this.plan = plan;
        this.nextUpkeep = BEGINNING.plus(plan.upkeepEvery());
        Contract contract = Contracts.bundled().find("app_events").orElseThrow();
        Databases databases = new Databases("scale");
        new Migration(catalog, databases, "s3://millrace-prod-123456789012-lake/warehouse")
                .apply(List.of(contract.bronze(), contract.silver(), contract.quarantine()));
        committer = new SimulatedCommitter(ledger, store, tables, clock, this::id, plan.interval());
        Lineage lineage = shard -> Set.of();
        writer = new WriterServices(
                ledger,
                store,
                new StubFiles(catalog, databases),
                new ShardOpening(ledger, lineage),
                committer::wake,
                new Windows(ledger, store, lineage, DEDUP_WINDOW, this::id),
                new StubRecords(contract),
                clock,
                this::id);
        times = new SnapshotTimes(catalog);
    }

    /** Runs all phases. */
    public static ScaleResult run(ScalePlan plan) {
        return new ScaleSimulation(plan).run();
    }

    private ScaleResult run() {
        ledger.begin(
                STREAM,
                IntStream.range(0, plan.shards())
                        .mapToObj(ScaleSimulation::shard)
                        .map(ShardId::shard)
                        .collect(Collectors.toSet()));
        for (int shard = 0; shard < plan.shards(); shard++) {
            write(shard(shard));
        }
        while (committer.isWoken()) {
            committer.takeMessage();
            times.added(clock.instant());
        }
        // What the first claims of a thousand shards took is no part of what is measured.
        committer.take();
        for (ScalePlan.Phase phase : plan.phases()) {
            figures.begin();
            for (long fold = 0; fold < phase.folds(); fold++) {
                interval(phase.interval(), fold % MEASURED_ONE_IN == MEASURED_ONE_IN - 1);
            }
        }
        figures.look(clock.instant(), catalog);
        return figures.result(plan, unfolded());
    }

    /** Two batches of each shard, as the batch window is half of the commit interval, and then the committer. */
    private void interval(Duration length, boolean measured) {
        catalog.throughFiles(measured);
        batches(length.dividedBy(2));
        if (length.compareTo(SimulatedCommitter.SCHEDULE_EVERY) < 0) {
            committer.keepSchedule();
        }
        batches(length.dividedBy(2));
        committer.takeMessage();
        figures.folded(committer.take(), times.added(clock.instant()), measured);
        catalog.throughFiles(false);
        maintain();
    }

    private void batches(Duration time) {
        clock.advance(time);
        for (int shard = 0; shard < plan.active(); shard++) {
            write(shard(shard));
        }
    }

    private void maintain() {
        if (!clock.instant().isBefore(nextRemoval)) {
            removeClaims();
            nextRemoval = nextRemoval.plus(REMOVE_CLAIMS_EVERY);
        }
        if (!clock.instant().isBefore(nextUpkeep)) {
            figures.look(clock.instant(), catalog);
            upkeep();
            nextUpkeep = nextUpkeep.plus(plan.upkeepEvery());
        }
    }

    private void write(ShardId shard) {
        StreamRecord record = new StreamRecord(Position.of(++positions), clock.millis(), new byte[0]);
        WriterRun run = new WriterRun(writer, shard, List.of(record));
        while (run.advance()) {
            // Each step is all there is to do.
        }
    }

    private long unfolded() {
        FoldManifest last = ledger.lastFold()
                .flatMap(fold -> new LakeObjects(store).fold(fold.number()))
                .orElse(FoldManifest.none());
        return ledger.heads().stream()
                .mapToLong(head -> head.k() - last.folded(head.shard()))
                .sum();
    }

    private void removeClaims() {
        ClaimRemoval removal = new ClaimRemoval(ledger, store, tables, clock, ClaimRemoval.AGE);
        while (removal.advance()) {
            // As above.
        }
        store.keepNewest(plan.shards() * OBJECTS_A_SHARD + FOLDS_KEPT);
    }

    private void upkeep() {
        for (TableIdentifier table : catalog.tables()) {
            new Upkeep(catalog.loadTable(table), times.of(table)).run(clock.instant());
        }
        times.skip();
    }

    private String id() {
        return "%032x".formatted(++ids);
    }

    private static ShardId shard(int number) {
        return new ShardId(STREAM, "shardId-%012d".formatted(number));
    }
}

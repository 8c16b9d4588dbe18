package io.millrace.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.ClaimRemoval;
import io.millrace.lake.CommitterServices;
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
import io.millrace.lake.aws.CommitterHandler;
import io.millrace.lake.aws.Databases;
import io.millrace.lake.aws.IcebergTables;
import io.millrace.lake.aws.Migration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
    private static final String QUEUE = "{\"Records\":[{\"body\":\"{}\"}]}";
    private static final String SCHEDULE = "{\"source\":\"aws.events\"}";
    private static final Duration SCHEDULE_EVERY = Duration.ofMinutes(1);
    /** Objects that are kept of each shard, and folds: more than any claim, window or settled fold asks for. */
    private static final int OBJECTS_A_SHARD = 60;

    private static final int FOLDS_KEPT = 30_000;
    /** So many folds are measured with metadata in files, of those that are simulated without. */
    private static final int MEASURED_ONE_IN = 97;

    private final ScalePlan plan;
    private final StepClock clock = new StepClock(BEGINNING);
    private final MemoryLedger ledger = new MemoryLedger();
    private final ForgetfulStore store = new ForgetfulStore();
    private final MemoryCatalog catalog = new MemoryCatalog();
    private final CountedLedger committersLedger = new CountedLedger(ledger);
    private final CountedReads committersStore = new CountedReads(store);
    private final IcebergTables tables = new IcebergTables(catalog, new SameThread());
    private final WriterServices writer;
    private final CommitterHandler committer;
    private final SnapshotTimes times;
    private final ScaleFigures figures = new ScaleFigures(BEGINNING);
    private boolean woken;
    private long positions;
    private long ids;
    private long committersNanos;
    private Instant nextSchedule = BEGINNING.plus(SCHEDULE_EVERY);
    private Instant nextUpkeep;
    private Instant nextRemoval = BEGINNING.plus(REMOVE_CLAIMS_EVERY);

    private ScaleSimulation(ScalePlan plan) {
        this.plan = plan;
        this.nextUpkeep = BEGINNING.plus(plan.upkeepEvery());
        Contract contract = Contracts.bundled().find("app_events").orElseThrow();
        Databases databases = new Databases("scale");
        new Migration(catalog, databases, "s3://millrace-prod-123456789012-lake/warehouse")
                .apply(List.of(contract.bronze(), contract.silver(), contract.quarantine()));
        Lineage lineage = shard -> Set.of();
        writer = new WriterServices(
                ledger,
                store,
                new StubFiles(catalog, databases),
                new ShardOpening(ledger, lineage),
                this::wake,
                new Windows(ledger, store, lineage, DEDUP_WINDOW, this::id),
                new StubRecords(contract),
                clock,
                this::id);
        committer = new CommitterHandler(
                new CommitterServices(
                        committersLedger,
                        committersStore,
                        tables,
                        this::wake,
                        clock,
                        this::id,
                        CommitterHandler.MAX_CLAIMS),
                plan.interval(),
                "scale",
                new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
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
        while (woken) {
            // What the first claims of a thousand shards leave for another fold is no part of what is measured.
            commit(QUEUE);
            times.added(clock.instant());
        }
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
        FoldFigures before = used();
        batches(length.dividedBy(2));
        if (length.compareTo(SCHEDULE_EVERY) < 0 && !clock.instant().isBefore(nextSchedule)) {
            commit(SCHEDULE);
            nextSchedule = clock.instant().plus(SCHEDULE_EVERY);
        }
        batches(length.dividedBy(2));
        if (woken) {
            commit(QUEUE);
        }
        figures.folded(used().since(before), times.added(clock.instant()), measured);
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

    private void commit(String event) {
        woken = woken && !event.equals(QUEUE);
        long before = FoldFigures.threadNanos();
        try {
            committer.handleRequest(
                    new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run the committer", e);
        }
        committersNanos += FoldFigures.threadNanos() - before;
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

    private FoldFigures used() {
        return new FoldFigures(
                committersLedger.requests(),
                committersLedger.itemsRead(),
                committersLedger.itemsWritten(),
                committersStore.reads(),
                committersNanos);
    }

    private void wake() {
        woken = true;
    }

    private String id() {
        return "%032x".formatted(++ids);
    }

    private static ShardId shard(int number) {
        return new ShardId(STREAM, "shardId-%012d".formatted(number));
    }
}

package io.millrace.proof.window;

import io.millrace.lake.Lineage;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.TableFiles;
import io.millrace.lake.WindowFigures;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import io.millrace.proof.world.LedgerState;
import io.millrace.proof.world.StoreState;
import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Shards that are written by environments without affinity, as Lambda does: each batch goes to any of them, with what its
 * memory happens to hold. Now and then an environment is replaced by a new one. Runs an hour to fill the windows, and
 * measures a second one.
 */
public final class Placement {
    private static final Instant BEGINNING = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int SECONDS_A_BATCH = 5;
    private static final int BATCHES = (int) WINDOW.toSeconds() / SECONDS_A_BATCH;
    private static final int REPLACED_ONE_IN = 100;

    private final int shards;
    private final Traffic traffic;
    private final LedgerState ledger = new LedgerState();
    private final ObjectStore store = new StoreState("sim://");
    private final Environment[] environments;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<long[]> loads = new ArrayList<>();
    private long copies;
    private long found;
    private long mostBytes;
    private long mostFingerprints;
    private Duration shortest = WINDOW;
    private int id;

    private Placement(int shards, int environments, int eventsASecond) {
        this.shards = shards;
        this.traffic = new Traffic(eventsASecond * SECONDS_A_BATCH, BATCHES - 1);
        this.environments = new Environment[environments];
        Arrays.setAll(this.environments, unused -> new Environment());
        for (int shard = 0; shard < shards; shard++) {
            ledger.begin(shard(shard).stream(), Set.of(shard(shard).shard()));
        }
    }

    /**
     * Runs two hours.
     *
     * @param eventsASecond of each shard
     */
    public static Result run(int shards, int environments, int eventsASecond) {
        Placement placement = new Placement(shards, environments, eventsASecond);
        for (int batch = 0; batch < 2 * BATCHES; batch++) {
            for (int shard = 0; shard < shards; shard++) {
                placement.write(shard(shard), batch);
            }
        }
        return placement.result();
    }

    private void write(ShardId shard, int number) {
        int at = random.nextInt(environments.length);
        if (random.nextInt(REPLACED_ONE_IN) == 0) {
            environments[at] = new Environment();
        }
        Environment environment = environments[at];
        long reads = environment.store.reads();
        long bytes = environment.store.bytes();
        StreamRecord record = traffic.batch(
                number, BEGINNING.plusSeconds((long) number * SECONDS_A_BATCH).toEpochMilli());
        WriterRun run = new WriterRun(environment.services, shard, List.of(record));
        while (run.advance()) {
            // Each step is all there is to do.
        }
        copies += traffic.copies(number);
        found += run.counts().stream().mapToLong(MinuteCounts::duplicates).sum();
        WindowFigures window = run.window().orElseThrow();
        mostBytes = Math.max(mostBytes, window.allBytes());
        mostFingerprints = Math.max(mostFingerprints, window.fingerprints());
        shortest = shortest.compareTo(window.effective()) < 0 ? shortest : window.effective();
        if (number >= BATCHES) {
            loads.add(new long[] {environment.store.bytes() - bytes, environment.store.reads() - reads});
        }
    }

    private Result result() {
        long[] bytes = loads.stream().mapToLong(load -> load[0]).sorted().toArray();
        long[] reads = loads.stream().mapToLong(load -> load[1]).sorted().toArray();
        return new Result(
                shards,
                environments.length,
                copies,
                found,
                shortest,
                mostFingerprints,
                mostBytes,
                bytes[bytes.length / 2],
                bytes[bytes.length - 1],
                reads[reads.length / 2],
                reads[reads.length - 1]);
    }

    private static ShardId shard(int number) {
        return new ShardId("events-g1-" + number, "shardId-000");
    }

    private final class Environment {
        private final CountingStore store = new CountingStore(Placement.this.store);
        private final WriterServices services;

        Environment() {
            Lineage lineage = shard -> Set.of();
            TableFiles files = (table, rows, name) -> List.of();
            services = new WriterServices(
                    ledger,
                    store.store,
                    files,
                    new ShardOpening(ledger, lineage),
                    () -> {},
                    new Windows(ledger, store.store, lineage, WINDOW, () -> "id" + id++),
                    traffic,
                    Clock.fixed(BEGINNING, ZoneOffset.UTC),
                    () -> "id" + id++);
        }
    }

    /**
     * What was measured.
     *
     * @param copies that arrived within the window of an earlier one
     * @param found of them, by the writers
     * @param shortest effective window after any batch
     * @param mostFingerprints of any shard's window
     * @param mostBytes of all windows in one environment's memory, about
     * @param bytesMedian read from the object store for a batch
     * @param readsMedian of the object store for a batch
     */
    public record Result(
            int shards,
            int environments,
            long copies,
            long found,
            Duration shortest,
            long mostFingerprints,
            long mostBytes,
            long bytesMedian,
            long bytesMost,
            long readsMedian,
            long readsMost) {}
}

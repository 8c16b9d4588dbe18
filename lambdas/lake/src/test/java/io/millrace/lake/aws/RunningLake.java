package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contracts;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.invocation.Invocation;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Traffic at 200 events a second through a real stream, with the writer and the committer running behind it as Lambda
 * would run them. Door and writer are exchanged on the fly, as a deployment exchanges them.
 */
final class RunningLake implements AutoCloseable {
    private static final int EVENTS_A_POST = 10;
    private static final int MILLIS_BETWEEN_POSTS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What the door takes at the moment: the contract's version, and an event's members beside its id and times. */
    record Door(String contractVersion, String members) {}

    private final LakeResources lake;
    private final String dataset;
    private final ShardId shard;
    private final KinesisClient kinesis;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService functions = Executors.newScheduledThreadPool(2);
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Instant started = Instant.now();
    private volatile Door door;
    private volatile WriterHandler writer;
    private volatile Instant stopped = Instant.MAX;
    private final AtomicInteger written = new AtomicInteger();
    private final List<Future<?>> tasks;
    private String iterator = "";
    private List<StreamRecord> pending = List.of();

    RunningLake(LakeResources lake, String dataset, Contracts contracts, Door door) {
        this.lake = lake;
        this.dataset = dataset;
        this.shard = new ShardId(lake.stream(), "shardId-000000000000");
        this.kinesis = lake.endpoint().access().kinesis();
        this.door = door;
        this.writer = new WriterHandler(lake.endpoint().environment(), contracts);
        this.iterator = kinesis.getShardIterator(get -> get.streamName(lake.stream())
                        .shardId(shard.shard())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        CommitterHandler committer = new CommitterHandler(lake.endpoint().environment());
        this.tasks = List.of(
                sender.scheduleAtFixedRate(() -> attempt(this::post), 0, MILLIS_BETWEEN_POSTS, TimeUnit.MILLISECONDS),
                functions.scheduleWithFixedDelay(() -> attempt(this::write), 0, 200, TimeUnit.MILLISECONDS),
                functions.scheduleWithFixedDelay(
                        () -> attempt(() -> Invocation.of(committer, "{}")), 0, 500, TimeUnit.MILLISECONDS));
    }

    /** Deploys the migrate function with these contracts and lets it run, as CloudFormation's first step. */
    static JsonNode migrate(LakeResources lake, Contracts contracts) throws IOException {
        return Invocation.of(new MigrateHandler(lake.endpoint().environment(), contracts), "{}");
    }

    /** The second step: the writer's code is exchanged. */
    void deployWriter(Contracts contracts) {
        writer = new WriterHandler(lake.endpoint().environment(), contracts);
    }

    /** The third. */
    void deployDoor(Door next) {
        door = next;
    }

    /** Lets traffic flow until so many more events have been written to files and claimed. */
    void flow(int events) throws InterruptedException {
        int enough = written.get() + events;
        await(() -> written.get() >= enough);
    }

    /** Stops the traffic and waits until all that was sent is committed. */
    void drain() throws InterruptedException {
        end(sender);
        stopped = Instant.now();
        await(() -> written.get() >= sent.size());
        end(functions);
        try {
            Invocation.of(new CommitterHandler(lake.endpoint().environment()), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** Events a second from the first post to the last. */
    double rate() {
        return sent.size() * 1000.0 / Duration.between(started, stopped).toMillis();
    }

    List<Throwable> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        functions.shutdownNow();
    }

    private static void end(ScheduledExecutorService threads) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Cannot stop the lake: something still runs");
        }
    }

    private void post() {
        Door now = door;
        Instant received = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < EVENTS_A_POST; i++) {
            String id = "e" + (sent.size() + i);
            ids.add(id);
            String event = """
                    {"event_id":"%s","sent_at":"%s","seen_at":"%s",%s}""".formatted(id, received, received, now.members());
            entries.add(new Entry(dataset, now.contractVersion(), i, null, event.getBytes(UTF_8), null));
        }
        byte[] frame = FrameCodec.encode(new Frame("b" + sent.size(), received, "shop", "test", null, entries));
        kinesis.putRecord(put -> put.streamName(lake.stream()).partitionKey("p").data(SdkBytes.fromByteArray(frame)));
        sent.addAll(ids);
    }

    /** A batch that failed is given again, as the event source mapping does. */
    private void write() throws IOException {
        if (pending.isEmpty()) {
            GetRecordsResponse answer = kinesis.getRecords(get -> get.shardIterator(iterator));
            iterator = answer.nextShardIterator();
            pending = answer.records().stream()
                    .map(record -> new StreamRecord(
                            Position.parse(record.sequenceNumber()),
                            record.approximateArrivalTimestamp().toEpochMilli(),
                            record.data().asByteArray()))
                    .toList();
        }
        if (!pending.isEmpty()) {
            Invocation.of(writer, KinesisEvents.of(shard, pending));
            written.addAndGet(pending.size() * EVENTS_A_POST);
            pending = List.of();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A scheduled task that throws never runs again; the test wants to know and to go on. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            failures.add(e);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (tasks.get(1).isDone()) {
                throw new IllegalStateException("Cannot go on: the writer died");
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Cannot wait any longer than " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}

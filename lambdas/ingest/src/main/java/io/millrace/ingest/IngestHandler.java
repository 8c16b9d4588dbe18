package io.millrace.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.millrace.contract.Contracts;
import io.millrace.frame.Buckets;
import io.millrace.ingest.aws.AwsService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;

/**
 * The ingest Lambda, behind API Gateway's proxy integration. It answers every request and never throws: whatever fails
 * inside is logged with its cause and answered 500 without it.
 */
public final class IngestHandler implements RequestStreamHandler {
    /** How long one try to look a key up may take; there are two. */
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(2);

    /** How long one call to the stream may take. */
    private static final Duration PUT_TIMEOUT = Duration.ofSeconds(5);

    /** What is left of the function's time for the answer to leave. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** No client should wait longer for a busy stream; it comes back by itself. */
    private static final Duration LONGEST_PUBLISH = Duration.ofSeconds(10);

    private final Door door;
    private final RequestLog log;
    private final InstantSource clock;
    private final BatchIds batchIds = new BatchIds();

    /** As the Lambda runtime makes it. */
    public IngestHandler() {
        this(System.getenv());
    }

    /**
     * Builds everything once.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public IngestHandler(Map<String, String> environment) {
        this(IngestSettings.from(environment), environment);
    }

    private IngestHandler(IngestSettings settings, Map<String, String> environment) {
        this(
                settings,
                new DynamoKeys(
                        AwsService.dynamo(environment, KEY_TIMEOUT), settings.keysTable(), InstantSource.system()),
                new Publisher(
                        new KinesisRecordStream(AwsService.kinesis(environment, PUT_TIMEOUT), settings.stream()),
                        InstantSource.system(),
                        new Random(),
                        time -> Thread.sleep(time.toMillis())),
                InstantSource.system(),
                System.out);
    }

    /** With other edges: for tests, which keep their contracts. */
    IngestHandler(IngestSettings settings, Keys keys, Publisher publisher, InstantSource clock, PrintStream log) {
        Buckets buckets = new Buckets(settings.buckets());
        Inspector inspector =
                new Inspector(Contracts.bundled(), settings.limits().maxEventBytes());
        this.door = new Door(
                new Opening(settings.limits()),
                new Gate(new CachedKeys(keys, clock), inspector),
                inspector,
                new Records(buckets, settings.serviceVersion()),
                publisher);
        this.log = new RequestLog(log, settings.serviceVersion());
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String batchId = batchIds.next(receivedAt);
        Handled handled;
        try {
            HttpRequest request = ProxyEvent.read(in);
            handled = door.handle(request, batchId, receivedAt, deadline(receivedAt, context));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            handled = Handled.failed(batchId, e);
        }
        handled.answer().write(out);
        log.write(receivedAt, Duration.between(receivedAt, clock.instant()), handled.report());
    }

    /** Early enough for the last call to end, and its answer to leave, within the function's time. */
    private static Instant deadline(Instant receivedAt, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis())
                .minus(PUT_TIMEOUT)
                .minus(GRACE);
        return receivedAt.plus(left.compareTo(LONGEST_PUBLISH) < 0 ? left : LONGEST_PUBLISH);
    }
}

package io.millrace.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.millrace.contract.Contracts;
import io.millrace.frame.Buckets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The ingest Lambda, behind API Gateway's proxy integration. It answers every request and never throws: whatever fails
 * inside is logged with its cause and answered 500 without it.
 */
public final class IngestHandler implements RequestStreamHandler {
    /** How long one call to an AWS service may take. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

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
                environment,
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CALL_TIMEOUT)
                        .socketTimeout(CALL_TIMEOUT)
                        .build());
    }

    private IngestHandler(IngestSettings settings, Map<String, String> environment, SdkHttpClient http) {
        this(
                settings,
                new DynamoKeys(client(DynamoDbClient.builder().httpClient(http), environment), settings.keysTable()),
                new Publisher(
                        new KinesisRecordStream(
                                client(
                                        KinesisClient.builder()
                                                .httpClient(http)
                                                .overrideConfiguration(
                                                        o -> o.retryStrategy(AwsRetryStrategy.doNotRetry())),
                                        environment),
                                settings.stream()),
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
                settings.limits(),
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
        } catch (IOException | RuntimeException e) {
            handled = Handled.failed(batchId, e);
        }
        handled.answer().write(out);
        log.write(receivedAt, Duration.between(receivedAt, clock.instant()), handled.report());
    }

    /** Early enough for the last call to end, and its answer to leave, within the function's time. */
    private static Instant deadline(Instant receivedAt, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(CALL_TIMEOUT);
        return receivedAt.plus(left.compareTo(LONGEST_PUBLISH) < 0 ? left : LONGEST_PUBLISH);
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, Map<String, String> environment) {
        String region = environment.get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        String endpoint = environment.get("AWS_ENDPOINT_URL");
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.build();
    }
}

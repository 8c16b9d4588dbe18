package io.millrace.lake.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import io.millrace.lake.BatchReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.WindowFigures;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.metric.MetricLine;
import io.millrace.metric.PlatformMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lake-writer function: a batch of a Kinesis shard becomes data files and claims. It acknowledges a batch whole, when
 * its claims stand, or throws, and then gets it again. Only while it looks for a record that ends the process, and its
 * time runs out, does it acknowledge what it claimed and get the rest again.
 */
public final class WriterHandler implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WriterHandler.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** What a record on its own is given: more than it takes, since one that is cut off is taken for the culprit. */
    private static final Duration TIME_OF_ONE = Duration.ofSeconds(30);

    private final WriterServices services;
    private final String environment;

    /** As Lambda makes it. */
    public WriterHandler() {
        this(System.getenv());
    }

    public WriterHandler(Map<String, String> environment) {
        this(environment, Contracts.bundled());
    }

    WriterHandler(Map<String, String> environment, Contracts contracts) {
        this(
                services(new Environment(environment), contracts),
                new Environment(environment).required(WriterSettings.ENVIRONMENT));
    }

    WriterHandler(WriterServices services, String environment) {
        this.services = services;
        this.environment = environment;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode failures = result.putArray("batchItemFailures");
        for (KinesisBatch batch : KinesisBatch.read(event)) {
            WriterRun run = new WriterRun(services, batch.shard(), batch.records());
            Optional<StreamRecord> rest = run(run, () -> context.getRemainingTimeInMillis() < TIME_OF_ONE.toMillis());
            rest.ifPresent(first ->
                    failures.addObject().put("itemIdentifier", first.position().toString()));
            LOG.info(
                    "Claimed {} records of {}{}: {}",
                    batch.records().size(),
                    batch.shard(),
                    rest.isPresent() ? " but the rest" : "",
                    run.counts());
            run.window().ifPresent(window -> tell(batch.shard(), window));
        }
        JSON.writeValue(answer, result);
    }

    /** How far back the shard's dedup window reaches. */
    private void tell(ShardId shard, WindowFigures window) {
        System.out.println(new MetricLine(services.clock().instant(), environment)
                .with("Shard", shard.toString())
                .metric(
                        PlatformMetrics.DEDUP_WINDOW,
                        "Seconds",
                        window.effective().toSeconds())
                .metric(PlatformMetrics.DEDUP_WINDOW_FINGERPRINTS, "Count", window.fingerprints())
                .metric(PlatformMetrics.DEDUP_WINDOWS_BYTES, "Bytes", window.allBytes()));
    }

    /** Returns the first record that was left for the next invocation. */
    private static Optional<StreamRecord> run(WriterRun run, BooleanSupplier late) {
        try {
            boolean more = true;
            while (more) {
                Optional<StreamRecord> rest = run.resting();
                if (rest.isPresent() && late.getAsBoolean()) {
                    run.rest();
                    return rest;
                }
                more = run.advance();
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            abandon(run, e);
            throw e;
        }
    }

    private static void abandon(WriterRun run, RuntimeException cause) {
        try {
            run.abandon(cause);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static WriterServices services(Environment environment, Contracts contracts) {
        WriterSettings settings = WriterSettings.from(environment);
        AwsAccess aws = new AwsAccess(environment);
        Clock clock = Clock.systemUTC();
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        DynamoDbLedger ledger = new DynamoDbLedger(aws.dynamoDb(), settings.ledgerTable());
        S3Store store = new S3Store(aws.s3(), settings.lakeBucket());
        KinesisLineage lineage = new KinesisLineage(aws.kinesis());
        OpenTables tables =
                new OpenTables(aws.catalog(settings.lakeBucket()), new Databases(settings.environment()), clock);
        return new WriterServices(
                ledger,
                store,
                new IcebergTableFiles(tables),
                new ShardOpening(ledger, lineage),
                new SqsWake(aws.sqs(), settings.commitQueueUrl(), settings.commitInterval(), clock),
                new Windows(ledger, store, lineage, settings.dedupWindow(), ids),
                new BatchReader(contracts),
                clock,
                ids);
    }
}

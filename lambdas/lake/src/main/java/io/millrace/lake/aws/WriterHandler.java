package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.millrace.contract.Contracts;
import io.millrace.lake.BatchReader;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lake-writer function: a batch of a Kinesis shard becomes data files and claims. It acknowledges a batch whole, when
 * its claims stand, or throws, and then gets it again.
 */
public final class WriterHandler implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WriterHandler.class);
    private static final byte[] ALL_DONE = "{\"batchItemFailures\":[]}".getBytes(UTF_8);

    private final WriterServices services;

    /** As Lambda makes it. */
    public WriterHandler() {
        this(System.getenv());
    }

    public WriterHandler(Map<String, String> environment) {
        this(environment, Contracts.bundled());
    }

    WriterHandler(Map<String, String> environment, Contracts contracts) {
        this(services(new Environment(environment), contracts));
    }

    WriterHandler(WriterServices services) {
        this.services = services;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        for (KinesisBatch batch : KinesisBatch.read(event)) {
            WriterRun run = new WriterRun(services, batch.shard(), batch.records());
            run(run);
            LOG.info("Claimed {} records of {}: {}", batch.records().size(), batch.shard(), run.counts());
        }
        answer.write(ALL_DONE);
    }

    private static void run(WriterRun run) {
        try {
            boolean more = true;
            while (more) {
                more = run.advance();
            }
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

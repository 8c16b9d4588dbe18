package io.millrace.lake.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.contract.Contracts;
import io.millrace.lake.CommitterRun;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.LostLedgerException;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.DynamoDbPauses;
import io.millrace.ledger.S3Store;
import io.millrace.metric.MetricLine;
import io.millrace.metric.PlatformMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The lake-committer function: folds claims into the tables. The event only wakes it; what there is to do stands in the
 * ledger. Tables that it must not touch make it fail when the schedule woke it, which rings the alarm, and not when the
 * queue did: a failed message would hold up all the other tables. And the schedule makes a fold only where the queue has
 * made none for an interval, so that a table gets one snapshot an interval.
 */
public final class CommitterHandler implements RequestStreamHandler {
    /**
     * Of one fold: those of a thousand shards and two intervals. More would be a fold whose item in the ledger, with a
     * range of each shard, comes near to the 400 KB that one may have.
     */
    public static final int MAX_CLAIMS = 4_000;

    private static final JsonMapper JSON = new JsonMapper();

    private static final Logger LOG = LoggerFactory.getLogger(CommitterHandler.class);

    private final CommitterServices services;
    private final Duration interval;
    private final String environment;
    private final PrintStream metrics;
    private final FreshnessReport freshness;

    /** As Lambda makes it. */
    public CommitterHandler() {
        this(System.getenv());
    }

    public CommitterHandler(Map<String, String> environment) {
        this(new Environment(environment));
    }

    private CommitterHandler(Environment environment) {
        this(
                services(environment),
                CommitterSettings.from(environment).commitInterval(),
                environment.required(WriterSettings.ENVIRONMENT),
                System.out);
    }

    /**
     * @param interval between two folds
     * @param metrics where the log goes, which CloudWatch takes metrics from
     */
    public CommitterHandler(CommitterServices services, Duration interval, String environment, PrintStream metrics) {
        this.services = services;
        this.interval = interval;
        this.environment = environment;
        this.metrics = metrics;
        this.freshness = new FreshnessReport(services, Contracts.bundled(), environment, metrics);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) throws IOException {
        JsonNode woken = JSON.readTree(event);
        boolean fromQueue = woken.path("Records").isArray();
        boolean fromSchedule = woken.path("source").asText().equals("aws.events");
        long before = freshness.newestFold();
        CommitterRun run = new CommitterRun(services, fromSchedule ? interval : Duration.ZERO);
        try {
            boolean more = true;
            while (more) {
                more = run.advance();
            }
        } catch (LostLedgerException e) {
            tell(run, true);
            throw e;
        }
        tell(run, false);
        tell(before);
        if (!run.refused().isEmpty() && !fromQueue) {
            throw new IllegalStateException("Cannot append to tables that do not follow the ledger: " + run.refused());
        }
        JSON.writeValue(answer, Map.of("refused", new TreeMap<>(run.refused()), "behind", new TreeSet<>(run.behind())));
    }

    /** With each run, whether the equations of what it folded hold, and whether the ledger is there at all. */
    private void tell(CommitterRun run, boolean lost) {
        metrics.println(new MetricLine(services.clock().instant(), environment)
                .metric(PlatformMetrics.LEDGER_GAP, "Count", run.gapEvents())
                .metric(PlatformMetrics.LEDGER_LOST, "Count", lost ? 1 : 0));
    }

    /** What is only told of a run must not fail it. */
    private void tell(long before) {
        try {
            freshness.tell(before);
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell how late rows are", e);
        }
    }

    private static CommitterServices services(Environment environment) {
        CommitterSettings settings = CommitterSettings.from(environment);
        AwsAccess aws = new AwsAccess(environment);
        Clock clock = Clock.systemUTC();
        DynamoDbClient dynamoDb = aws.dynamoDb();
        return new CommitterServices(
                new DynamoDbLedger(dynamoDb, settings.ledgerTable()),
                new S3Store(aws.s3(), settings.lakeBucket()),
                new IcebergTables(aws.catalog(settings.lakeBucket())),
                new DynamoDbPauses(dynamoDb, settings.ledgerTable()),
                new SqsWake(aws.sqs(), settings.commitQueueUrl(), settings.commitInterval(), clock),
                clock,
                () -> UUID.randomUUID().toString(),
                MAX_CLAIMS);
    }
}

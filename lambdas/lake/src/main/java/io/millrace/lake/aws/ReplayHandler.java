package io.millrace.lake.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.replay.ReplayJson;
import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayRun;
import io.millrace.replay.ReplayServices;
import io.millrace.replay.ReplayTables.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.aws.glue.GlueCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quarantine-replay function: some quarantined events of one dataset, held to the contract that is deployed with it.
 * Asked and answered in {@link ReplayJson}; whoever asks comes again with the cursor of the answer until there is none.
 */
public final class ReplayHandler implements RequestStreamHandler {
    /** Of one run: what fits a function's memory and time easily, and makes a data file worth reading. */
    private static final Limits LIMITS = new Limits(5_000, 32_000_000);

    private static final Logger LOG = LoggerFactory.getLogger(ReplayHandler.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final ReplayServices services;
    private final Contracts contracts;

    /** As Lambda makes it. */
    public ReplayHandler() {
        this(System.getenv());
    }

    public ReplayHandler(Map<String, String> environment) {
        this(services(new Environment(environment)), Contracts.bundled());
    }

    ReplayHandler(ReplayServices services, Contracts contracts) {
        this.services = services;
        this.contracts = contracts;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        ReplayRequest request = ReplayJson.request(JSON.readTree(event));
        String dataset = request.filter().dataset();
        Contract contract = contracts
                .find(dataset)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot replay quarantine of " + dataset + ": it has no contract"));
        ReplayRun run = new ReplayRun(services, contract, request, LIMITS);
        boolean more = true;
        while (more) {
            more = run.advance();
        }
        LOG.info("Replayed quarantine of {}: {}", dataset, run.result());
        JSON.writeValue(answer, ReplayJson.of(run.result()));
    }

    private static ReplayServices services(Environment environment) {
        ReplaySettings settings = ReplaySettings.from(environment);
        AwsAccess aws = new AwsAccess(environment);
        Clock clock = Clock.systemUTC();
        Databases databases = new Databases(settings.environment());
        GlueCatalog catalog = aws.catalog(settings.lakeBucket());
        return new ReplayServices(
                new DynamoDbLedger(aws.dynamoDb(), settings.ledgerTable()),
                new S3Store(aws.s3(), settings.lakeBucket()),
                new IcebergTables(catalog),
                new IcebergTableFiles(new OpenTables(catalog, databases, clock)),
                new IcebergReplayTables(catalog, databases),
                table -> databases.table(table).toString(),
                new SqsWake(aws.sqs(), settings.commitQueueUrl(), settings.commitInterval(), clock),
                clock,
                () -> UUID.randomUUID().toString());
    }
}

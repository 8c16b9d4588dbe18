package io.millrace.lake.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.lake.ClaimRemoval;
import io.millrace.lake.Ledger;
import io.millrace.lake.Tables;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim-removal function: takes claims out of the ledger that nobody asks for any more. The event only wakes it. What it
 * has no time for waits for the next run.
 */
public final class ClaimRemovalHandler implements RequestStreamHandler {
    /** What the step that is begun last may take. */
    private static final int MILLIS_FOR_A_STEP = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRemovalHandler.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Ledger ledger;
    private final ObjectStore store;
    private final Tables tables;
    private final Clock clock;

    /** As Lambda makes it. */
    public ClaimRemovalHandler() {
        this(System.getenv());
    }

    public ClaimRemovalHandler(Map<String, String> environment) {
        this(new Environment(environment));
    }

    private ClaimRemovalHandler(Environment environment) {
        ClaimRemovalSettings settings = ClaimRemovalSettings.from(environment);
        AwsAccess aws = new AwsAccess(environment);
        this.ledger = new DynamoDbLedger(aws.dynamoDb(), settings.ledgerTable());
        this.store = new S3Store(aws.s3(), settings.lakeBucket());
        this.tables = new IcebergTables(aws.catalog(settings.lakeBucket()));
        this.clock = Clock.systemUTC();
    }

    ClaimRemovalHandler(Ledger ledger, ObjectStore store, Tables tables, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        ClaimRemoval removal = new ClaimRemoval(ledger, store, tables, clock, ClaimRemoval.AGE);
        boolean more = true;
        while (more && context.getRemainingTimeInMillis() > MILLIS_FOR_A_STEP) {
            more = removal.advance();
        }
        LOG.info("Removed {} claims{}", removal.removed(), more ? "; the next run goes on" : "");
        if (removal.refusal().isPresent()) {
            throw new IllegalStateException(removal.refusal().get());
        }
        JSON.writeValue(answer, Map.of("removed", removal.removed(), "more", more));
    }
}

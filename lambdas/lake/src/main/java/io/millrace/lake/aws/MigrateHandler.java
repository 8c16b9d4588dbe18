package io.millrace.lake.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.rebuild.LedgerCheck;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.replay.ReplayShard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.aws.glue.GlueCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migrate function: brings tables and ledger to what this deployment needs. As a CloudFormation custom resource it
 * answers at the URL that the request names, whatever happens; invoked with any other event, it returns what it did as
 * JSON or throws. Deleting the resource deletes nothing.
 */
public final class MigrateHandler implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateHandler.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String physicalId;
    private final Supplier<MigrationReport> migration;

    /** As Lambda makes it. */
    public MigrateHandler() {
        this(System.getenv());
    }

    public MigrateHandler(Map<String, String> environment) {
        this(environment, Contracts.bundled());
    }

    MigrateHandler(Map<String, String> environment, Contracts contracts) {
        this(new Environment(environment), contracts);
    }

    private MigrateHandler(Environment environment, Contracts contracts) {
        this(environment, MigrateSettings.from(environment), contracts);
    }

    private MigrateHandler(Environment environment, MigrateSettings settings, Contracts contracts) {
        // Clients are made inside the request: if that fails, the stack hears of it.
        this("millrace-" + settings.environment() + "-tables", () -> migrate(environment, settings, contracts));
    }

    MigrateHandler(String physicalId, Supplier<MigrationReport> migration) {
        this.physicalId = physicalId;
        this.migration = migration;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        JsonNode request = JSON.readTree(event);
        if (CustomResource.asks(request)) {
            answer(new CustomResource(request));
        } else {
            JSON.writeValue(answer, migration.get());
        }
    }

    private void answer(CustomResource resource) throws IOException {
        ObjectNode data = JSON.createObjectNode();
        if (!resource.isDelete()) {
            try {
                MigrationReport report = migration.get();
                LOG.info("Migrated: {}", report);
                data.put("created", report.tables().created().size());
                data.put("evolved", report.tables().evolved().size());
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Cannot migrate", e);
                resource.fail(physicalId, reason(e));
                return;
            }
        }
        resource.succeed(physicalId, data);
    }

    /** The messages from the outside in: the outer says what was tried, the inner why it failed. */
    private static String reason(Throwable failure) {
        StringBuilder reason = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            reason.append(": ").append(cause.getMessage());
        }
        return reason.toString();
    }

    private static MigrationReport migrate(Environment environment, MigrateSettings settings, Contracts contracts) {
        AwsAccess aws = new AwsAccess(environment);
        GlueCatalog catalog = aws.catalog(settings.lakeBucket());
        Databases databases = new Databases(settings.environment());
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        ContractMigration migration = new ContractMigration(
                new Migration(catalog, databases, AwsAccess.warehouse(settings.lakeBucket())),
                new SchemaHistory(catalog, databases, new S3Store(aws.s3(), settings.lakeBucket()), ids),
                new SchemaNotices(settings.environment(), new SnsTopic(aws.sns(), settings.noticesTopic())),
                settings.acceptedBreaks(),
                Clock.systemUTC());
        ContractMigration.Outcome outcome = migration.apply(contracts);
        DynamoDbLedger ledger = new DynamoDbLedger(aws.dynamoDb(), settings.ledgerTable());
        if (new LedgerCheck(ledger, new S3Store(aws.s3(), settings.lakeBucket())).isEmptied()) {
            throw new LostLedgerException("Cannot begin stream " + settings.stream()
                    + ": the ledger is empty, and folds were made; run millrace doctor --rebuild-ledger");
        }
        boolean begun =
                ledger.begin(settings.stream(), new KinesisLineage(aws.kinesis()).firstShards(settings.stream()));
        contracts
                .all()
                .forEach(contract -> ledger.begin(ReplayShard.stream(contract.dataset()), Set.of(ReplayShard.NAME)));
        return new MigrationReport(contracts.digest(), outcome.changes(), outcome.tables(), settings.stream(), begun);
    }
}

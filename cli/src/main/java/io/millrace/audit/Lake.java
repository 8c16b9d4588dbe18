package io.millrace.audit;

import io.millrace.lake.Fold;
import io.millrace.lake.Ledger;
import io.millrace.lake.aws.DynamoDbLedger;
import io.millrace.lake.aws.S3Store;
import io.millrace.store.ObjectStore;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The environment's ledger and what its folds refer to. Reads only. */
public final class Lake implements AutoCloseable {

    private final DynamoDbClient dynamoDb;
    private final S3Client s3;
    private final Ledger ledger;
    private final ObjectStore store;

    public Lake(Target target, StackOutputs outputs) {
        dynamoDb = target.clients().dynamoDb();
        s3 = target.clients().s3();
        ledger = new DynamoDbLedger(dynamoDb, outputs.need("LedgerTable"));
        store = new S3Store(s3, outputs.need("LakeBucket"));
    }

    Ledger ledger() {
        return ledger;
    }

    ObjectStore store() {
        return store;
    }

    /** Number of the newest fold, 0 before the first. */
    long newestFold() {
        return ledger.lastFold().map(Fold::number).orElse(0L);
    }

    /** The newest fold if every table is known to hold all folds up to it. */
    Optional<Fold> settledFold() {
        return ledger.lastFold().filter(fold -> fold.pending().isEmpty());
    }

    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
    }
}

package io.millrace.audit;

import io.millrace.lake.Fold;
import io.millrace.lake.Ledger;
import io.millrace.lake.aws.DynamoDbLedger;
import io.millrace.lake.aws.S3Store;
import io.millrace.store.ObjectStore;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The environment's ledger and what its folds refer to. Reads only. */
public final class Lake implements AutoCloseable {

    private final Ledger ledger;
    private final ObjectStore store;
    private final List<SdkAutoCloseable> clients;

    Lake(Ledger ledger, ObjectStore store, List<SdkAutoCloseable> clients) {
        this.ledger = ledger;
        this.store = store;
        this.clients = clients;
    }

    public static Lake of(Target target, StackOutputs outputs) {
        DynamoDbClient dynamoDb = target.clients().dynamoDb();
        S3Client s3 = target.clients().s3();
        return new Lake(
                new DynamoDbLedger(dynamoDb, outputs.need("LedgerTable")),
                new S3Store(s3, outputs.need("LakeBucket")),
                List.of(dynamoDb, s3));
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
        clients.forEach(SdkAutoCloseable::close);
    }
}

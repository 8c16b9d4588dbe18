package io.millrace.audit;

import io.millrace.lake.ClaimBody;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.Ledger;
import io.millrace.lake.ShardId;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.store.ObjectStore;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The newest fold if every table that is not paused is known to hold all folds up to it. */
    Optional<Fold> settledFold() {
        return ledger.lastFold().filter(fold -> waiting(fold).isEmpty());
    }

    /** Tables that may lack folds up to this one, the paused ones aside. */
    Set<String> waiting(Fold fold) {
        if (fold.pending().isEmpty()) {
            return Set.of();
        }
        Set<String> tables = new HashSet<>(fold.pending());
        tables.removeAll(held().keySet());
        return tables;
    }

    /** Paused tables, with the newest fold that they hold; as the newest fold says. */
    public Map<String, Long> held() {
        return ledger.lastFold()
                .map(fold -> FoldManifestCodec.read(store.read(fold.manifest())).held())
                .orElse(Map.of());
    }

    /** Whether a table holds every fold there is. */
    public boolean isUpToDate(String table) {
        return ledger.lastFold().map(fold -> !fold.pending().contains(table)).orElse(true);
    }

    /** The manifest of the fold that brought a shard's k-th claim to the tables; empty while it waits for one. */
    public Optional<FoldManifest> foldOf(ShardId shard, long k) {
        Manifests manifests = new Manifests(this);
        long low = 1;
        long high = manifests.newest();
        if (high == 0 || manifests.read(high).folded(shard) < k) {
            return Optional.empty();
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (manifests.read(middle).folded(shard) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(manifests.read(low));
    }

    /** What a shard's k-th claim stands for; empty when nobody has made it, or its body was removed. */
    public Optional<ClaimBody> claim(ShardId shard, long k) {
        LakeObjects objects = new LakeObjects(store);
        return objects.claim(shard, k)
                .or(() -> ledger.claims(shard, k - 1, 1).stream()
                        .filter(claim -> claim.k() == k)
                        .findFirst()
                        .map(claim -> objects.body(claim.body())));
    }

    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
    }
}

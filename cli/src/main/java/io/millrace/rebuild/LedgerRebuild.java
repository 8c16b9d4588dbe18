package io.millrace.rebuild;

import io.millrace.contract.Contracts;
import io.millrace.lake.Ledger;
import io.millrace.lake.aws.KinesisLineage;
import io.millrace.lake.rebuild.Evidence;
import io.millrace.lake.rebuild.LedgerCheck;
import io.millrace.lake.rebuild.LedgerImage;
import io.millrace.lake.rebuild.Repair;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.replay.ReplayShard;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Looks at an environment's ledger, and rebuilds a lost one while the rest of the environment runs. */
public final class LedgerRebuild implements AutoCloseable {

    private final LedgerTableKeeper table;
    private final Ledger ledger;
    private final S3Store store;
    private final MetadataMarks marks;
    private final KinesisLineage stream;
    private final String streamName;
    private final List<SdkAutoCloseable> clients;

    public LedgerRebuild(Target target) {
        StackOutputs outputs = StackOutputs.of(target);
        DynamoDbClient dynamoDb = target.clients().dynamoDb();
        S3Client s3 = target.clients().s3();
        GlueClient glue = target.clients().glue();
        KinesisClient kinesis = target.clients().kinesis();
        clients = List.of(dynamoDb, s3, glue, kinesis);
        table = new LedgerTableKeeper(dynamoDb, outputs.need("LedgerTable"));
        ledger = new DynamoDbLedger(dynamoDb, table.name());
        store = new S3Store(s3, outputs.need("LakeBucket"));
        marks = new MetadataMarks(glue, store);
        stream = new KinesisLineage(kinesis);
        streamName = outputs.need("EventStream");
    }

    /** What proves that the ledger is lost or an older one, a line each; by a few reads, while traffic goes on. */
    public List<String> losses() {
        return new LedgerCheck(ledger, store).losses();
    }

    /**
     * What a rebuild would do. Changes nothing.
     *
     * @throws io.millrace.lake.rebuild.LostEvidenceException if there is nothing to rebuild it from
     */
    public RebuildPlan plan() {
        boolean missing = !table.exists();
        Map<String, Set<String>> firstShards = new HashMap<>();
        firstShards.put(streamName, stream.firstShards(streamName));
        Contracts.bundled()
                .all()
                .forEach(contract -> firstShards.put(ReplayShard.stream(contract.dataset()), Set.of(ReplayShard.NAME)));
        LedgerImage image = new Evidence(store, marks).read(firstShards);
        List<String> losses =
                missing ? List.of("its table " + table.name() + " does not exist") : image.lossesOf(ledger);
        return new RebuildPlan(missing, losses, image.repairs());
    }

    /** Does what was planned. It may be cut off and done again. */
    public void apply(RebuildPlan plan, Consumer<Repair> done) {
        if (plan.makesTable() && !table.exists()) {
            table.create();
        }
        for (Repair repair : plan.repairs()) {
            repair.in(ledger);
            done.accept(repair);
        }
    }

    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
    }
}

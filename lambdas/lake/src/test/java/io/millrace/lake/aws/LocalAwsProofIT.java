package io.millrace.lake.aws;

import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.ledger.DynamoDbLedger;
import io.millrace.ledger.S3Store;
import io.millrace.proof.choice.SeededChoices;
import io.millrace.proof.fault.Trace;
import io.millrace.proof.world.LedgerState;
import io.millrace.proof.world.Schedule;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.StoreState;
import io.millrace.proof.world.Variant;
import io.millrace.store.ObjectStore;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The simulated protocol on the ledger in DynamoDB and on the object store in S3, beside the simulated ones: every call
 * goes to both, both must answer alike, and in the end both must hold the same. {@code -Dmillrace.schedules=N} runs more
 * than a build has time for.
 */
final class LocalAwsProofIT {
    private static final long SCHEDULES = 36;

    private static DynamoDbClient dynamoDb;
    private static S3Client s3;
    private static String run;
    private static int made;

    @BeforeAll
    static void connect() {
        TestEndpoint endpoint = TestEndpoint.get();
        dynamoDb = endpoint.access().dynamoDb();
        s3 = endpoint.access().s3();
        run = endpoint.run;
    }

    @TestFactory
    Stream<DynamicTest> the_protocol_is_right_on_aws_which_answers_as_the_simulation_does() {
        return LongStream.rangeClosed(1, Long.getLong("millrace.schedules", SCHEDULES))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> runSchedule(seed)));
    }

    private static void runSchedule(long seed) {
        Trace trace = new Trace(true);
        try {
            OnAws aws = new OnAws();
            Schedule.run(new SeededChoices(seed), trace, new SimpleFormat(), aws);
            aws.readAll();
        } catch (RuntimeException e) {
            throw new AssertionError("Schedule " + seed + " fails after\n" + String.join("\n", trace.lines()), e);
        }
    }

    private static final class OnAws extends Variant {
        private Ledger ledger;
        private ObjectStore objects;

        @Override
        protected Ledger ledger(LedgerState state) {
            String table = "proof-" + run + "-" + made++;
            LedgerTables.create(dynamoDb, table);
            Ledger real = new DynamoDbLedger(dynamoDb, table);
            state.copyTo(real);
            ledger = Twins.of(Ledger.class, state, real);
            return ledger;
        }

        @Override
        protected ObjectStore objects() {
            String bucket = "proof-" + run + "-" + made++;
            s3.createBucket(create -> create.bucket(bucket));
            S3Store real = new S3Store(s3, bucket);
            objects = Twins.of(ObjectStore.class, new StoreState(real.root()), real);
            return objects;
        }

        /** Compares all that is left in the end, also what nobody has asked for. */
        void readAll() {
            for (Head head : ledger.heads()) {
                ledger.claims(head.shard(), 0, Integer.MAX_VALUE);
            }
            long last = ledger.lastFold().map(Fold::number).orElse(0L);
            for (long number = 1; number <= last; number++) {
                ledger.fold(number);
            }
            objects.list(objects.root()).forEach(objects::read);
        }
    }
}

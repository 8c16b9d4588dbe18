package io.millrace.pause;

import io.millrace.audit.Lake;
import io.millrace.lake.Pause;
import io.millrace.lake.Wake;
import io.millrace.lake.aws.SqsWake;
import io.millrace.ledger.DynamoDbPauses;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.waiting.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Has a dataset's tables stay as they are, and go on again. The wish lies in the ledger; it takes effect with the next
 * fold that the committer makes, which both methods wait for.
 */
public final class Pausing implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Each wakes the committer once. */
    private static final Duration WAKE = Duration.ofSeconds(1);

    private final Lake lake;
    private final DynamoDbPauses pauses;
    private final Wake wake;
    private final List<SdkAutoCloseable> clients;

    private Pausing(Lake lake, DynamoDbPauses pauses, Wake wake, List<SdkAutoCloseable> clients) {
        this.lake = lake;
        this.pauses = pauses;
        this.wake = wake;
        this.clients = clients;
    }

    public static Pausing of(Target target, StackOutputs outputs, Lake lake) {
        DynamoDbClient dynamoDb = target.clients().dynamoDb();
        SqsClient sqs = target.clients().sqs();
        return new Pausing(
                lake,
                new DynamoDbPauses(dynamoDb, outputs.need("LedgerTable")),
                new SqsWake(sqs, outputs.need("CommitQueueUrl"), WAKE, Clock.systemUTC()),
                List.of(dynamoDb, sqs));
    }

    /** The pause of a dataset, asked for or in effect. */
    public Optional<Pause> of(String dataset) {
        return pauses.list().stream()
                .filter(pause -> pause.dataset().equals(dataset))
                .findFirst();
    }

    /**
     * Pauses a dataset; one that is paused stays so. When this returns, no commit comes to its tables any more.
     *
     * @throws IllegalStateException if that takes longer than the time-out; the pause begins nevertheless, later
     */
    public void begin(Pause pause, Duration timeout) throws InterruptedException {
        pauses.begin(pause);
        until(
                () -> lake.held().keySet().containsAll(pause.tables()),
                timeout,
                "Cannot pause " + pause.dataset() + " within " + timeout.toSeconds()
                        + " s: it will begin with the committer's next fold that finds its tables up to date");
    }

    /**
     * Lets a dataset go on. When this returns, its tables hold what came meanwhile.
     *
     * @throws IllegalStateException if that takes longer than the time-out; the committer goes on with it
     */
    public void end(Pause pause, Duration timeout) throws InterruptedException {
        pauses.end(pause.dataset());
        until(
                () -> pause.tables().stream()
                        .allMatch(table -> !lake.held().containsKey(table) && lake.isUpToDate(table)),
                timeout,
                "Cannot bring " + pause.dataset() + " up to date within " + timeout.toSeconds()
                        + " s: the committer goes on with it");
    }

    private void until(BooleanSupplier reached, Duration timeout, String late) throws InterruptedException {
        wake.committer();
        Waiting.atMost(timeout, PAUSE).until("the committer", reached, unused -> new IllegalStateException(late));
    }

    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
    }
}

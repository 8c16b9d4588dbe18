package io.millrace.replay;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Head;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.ShardId;
import io.millrace.replay.ReplayTables.Limits;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a replay: some quarantined events that keep today's contract become data files, marks and one claim of
 * the dataset's virtual shard. {@link #advance} does one outside effect; it may end between any two, run twice, or wake
 * long after its successor.
 *
 * <p>Rows and marks are in the same claim, so they are in the tables together or not at all. The marks are read when all
 * earlier claims of the shard are in the tables, and the claim stands only if no other has come since: nothing is replayed
 * twice. An event that came again by itself is looked for in silver, in the claims that no table shows yet, and in those
 * that came while this run worked.
 */
public final class ReplayRun {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_HEAD,
        OPEN_SHARD,
        READ_LEDGER,
        READ_QUARANTINE,
        LOOK_IN_SILVER,
        LOOK_IN_CLAIMS,
        WRITE_TABLE,
        WRITE_BODY,
        LOOK_AGAIN,
        CLAIM,
        READ_HEAD_AFTER_DOUBT,
        WAKE_COMMITTER,
        DONE
    }

    private final ReplayServices services;
    private final Contract contract;
    private final ReplayRequest request;
    private final Limits limits;
    private final ShardId shard;

    private Step step = Step.READ_HEAD;
    private @Nullable Head head;
    private @Nullable NextReplay replay;
    private @Nullable ReplayResult result;

    /**
     * @param contract of the dataset that the request names
     * @param limits how much to take at a time
     */
    public ReplayRun(ReplayServices services, Contract contract, ReplayRequest request, Limits limits) {
        this.services = services;
        this.contract = contract;
        this.request = request;
        this.limits = limits;
        this.shard = ReplayShard.of(contract.dataset());
    }

    public Step next() {
        return step;
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_HEAD -> readHead();
            case OPEN_SHARD -> openShard();
            case READ_LEDGER -> readLedger();
            case READ_QUARANTINE -> replay().read(request, limits) ? Step.LOOK_IN_SILVER : done();
            case LOOK_IN_SILVER -> {
                replay().lookInSilver();
                yield Step.LOOK_IN_CLAIMS;
            }
            case LOOK_IN_CLAIMS -> {
                replay().lookInClaims();
                yield request.dryRun() ? done() : Step.WRITE_TABLE;
            }
            case WRITE_TABLE -> {
                replay().files().writeTable();
                yield replay().files().unwritten() ? Step.WRITE_TABLE : Step.WRITE_BODY;
            }
            case WRITE_BODY -> {
                replay().writeBody();
                yield Step.LOOK_AGAIN;
            }
            // Files that were overtaken are in no claim, and are left to maintenance.
            case LOOK_AGAIN -> replay().isOvertaken() ? Step.READ_HEAD : Step.CLAIM;
            case CLAIM -> replay().claim() ? claimed() : Step.READ_HEAD_AFTER_DOUBT;
            case READ_HEAD_AFTER_DOUBT -> readHeadAfterDoubt();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    /** What became of it; to be asked once it is done. */
    public ReplayResult result() {
        return Objects.requireNonNull(result, "result");
    }

    private Step readHead() {
        head = services.ledger().head(shard).orElse(null);
        if (head != null) {
            return Step.READ_LEDGER;
        }
        if (request.dryRun()) {
            head = Head.start(shard);
            return Step.READ_LEDGER;
        }
        return Step.OPEN_SHARD;
    }

    private Step openShard() {
        boolean opened = services.ledger().open(shard, Set.of());
        if (!opened && services.ledger().head(shard).isEmpty()) {
            throw new LostLedgerException("Cannot open shard " + shard
                    + ": the ledger has no head of it and was not told of it by a migration");
        }
        return Step.READ_HEAD;
    }

    /** Only when the tables show all that this shard has claimed do they show all marks. */
    private Step readLedger() {
        FoldManifest folded = services.ledger()
                .lastFold()
                .map(fold -> FoldManifestCodec.read(services.store().read(fold.manifest())))
                .orElse(FoldManifest.none());
        if (folded.folded(shard) < head().k()) {
            return await("an earlier replay waits for a commit");
        }
        for (TableDefinition table : List.of(ReplayMarks.TABLE, contract.bronze(), contract.silver())) {
            String name = services.names().apply(table);
            if (folded.held().containsKey(name)) {
                return await("table " + name + " is paused");
            }
            if (services.tables().fold(name) < folded.lastFolds().getOrDefault(name, 0L)) {
                return await("table " + name + " waits for a commit");
            }
        }
        replay = new NextReplay(services, contract, head(), folded);
        return Step.READ_QUARANTINE;
    }

    private Step await(String reason) {
        result = ReplayResult.waiting(reason, request.after());
        return request.dryRun() ? Step.DONE : Step.WAKE_COMMITTER;
    }

    private Step readHeadAfterDoubt() {
        Head found = services.ledger()
                .head(shard)
                .orElseThrow(() -> new LostLedgerException("Cannot go on with shard " + shard + ": its head is gone"));
        // Else another replay was first. If the doubtful claim lands after all, the next one fails and leads here
        // again.
        return replay().standsIn(found) ? claimed() : Step.READ_HEAD;
    }

    private Step claimed() {
        result = replay().result();
        return Step.WAKE_COMMITTER;
    }

    private Step done() {
        result = replay().result();
        return Step.DONE;
    }

    private Step wakeCommitter() {
        services.wake().committerSoon();
        return Step.DONE;
    }

    private Head head() {
        return Objects.requireNonNull(head, "head");
    }

    private NextReplay replay() {
        return Objects.requireNonNull(replay, "replay");
    }
}

package io.millrace.replay;

import io.millrace.contract.Contract;
import io.millrace.contract.EpochMicros;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Head;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.LedgerException;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.replay.ReplayTables.Limits;
import io.millrace.replay.ReplayTables.OpenRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);

    private final ReplayServices services;
    private final Contract contract;
    private final ReplayRequest request;
    private final Limits limits;
    private final ShardId shard;

    private Step step = Step.READ_HEAD;
    private @Nullable Head head;
    private FoldManifest folded = FoldManifest.none();
    private OpenRows open = new OpenRows(List.of(), false);
    private @Nullable Checking checking;
    private @Nullable UnfoldedClaims unfolded;
    private final Set<Fingerprint> known = new HashSet<>();
    private @Nullable ReplayBatch batch;
    private final Deque<Map.Entry<TableDefinition, List<Object[]>>> unwritten = new ArrayDeque<>();
    private final List<DataFileRef> files = new ArrayList<>();
    private @Nullable Claim claim;
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
            case READ_QUARANTINE -> readQuarantine();
            case LOOK_IN_SILVER -> lookInSilver();
            case LOOK_IN_CLAIMS -> lookInClaims();
            case WRITE_TABLE -> writeTable();
            case WRITE_BODY -> writeBody();
            case LOOK_AGAIN -> lookAgain();
            case CLAIM -> claim();
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
        folded = services.ledger()
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
        return Step.READ_QUARANTINE;
    }

    private Step await(String reason) {
        result = ReplayResult.waiting(reason, request.after());
        return request.dryRun() ? Step.DONE : Step.WAKE_COMMITTER;
    }

    private Step readQuarantine() {
        open = services.rows().open(contract, request.filter(), request.after(), limits);
        checking = Checking.of(contract, open.rows());
        known.clear();
        batch = null;
        if (checking.kept().isEmpty()) {
            result = result(ReplayBatch.Outcome.NONE);
            return Step.DONE;
        }
        return Step.LOOK_IN_SILVER;
    }

    private Step lookInSilver() {
        known.addAll(services.rows().inSilver(contract, checking().eventIds()));
        return Step.LOOK_IN_CLAIMS;
    }

    private Step lookInClaims() {
        unfolded = new UnfoldedClaims(services.ledger(), services.store(), folded);
        known.addAll(unfolded.look(checking().eventIds().keySet()));
        batch = ReplayBatch.of(
                contract,
                checking().kept(),
                known,
                EpochMicros.of(services.clock().instant()));
        if (request.dryRun()) {
            result = result(batch.outcome());
            return Step.DONE;
        }
        files.clear();
        unwritten.clear();
        unwritten.addAll(batch.rows().entrySet());
        return Step.WRITE_TABLE;
    }

    private Step writeTable() {
        Map.Entry<TableDefinition, List<Object[]>> table = unwritten.removeFirst();
        String name =
                shard.shard() + "-" + (head().k() + 1) + "-" + services.ids().get();
        files.addAll(services.files().write(table.getKey(), table.getValue(), name));
        return unwritten.isEmpty() ? Step.WRITE_BODY : Step.WRITE_TABLE;
    }

    private Step writeBody() {
        String id = services.ids().get();
        long k = head().k() + 1;
        Position position = Position.of(k);
        long now = services.clock().millis();
        ClaimBody body = new ClaimBody(
                id, shard, k, position, position, now, now, files, batch().counts(), null, 0, batch().fingerprints());
        String path = new LakeObjects(services.store()).attemptPath(shard, k, id);
        services.store().write(path, ClaimBodyCodec.write(body));
        claim = new Claim(shard, k, id, position, path);
        return Step.LOOK_AGAIN;
    }

    private Step lookAgain() {
        Set<Fingerprint> since = Objects.requireNonNull(unfolded, "unfolded")
                .look(checking().eventIds().keySet());
        // An event of ours has come by itself meanwhile: these files would double it, and are left to maintenance.
        return known.containsAll(since) ? Step.CLAIM : Step.READ_HEAD;
    }

    private Step claim() {
        try {
            return services.ledger().claim(head(), Objects.requireNonNull(claim, "claim"))
                    ? claimed()
                    : Step.READ_HEAD_AFTER_DOUBT;
        } catch (LedgerException e) {
            LOG.warn("Claim of {} got no clear answer; reading the head", shard, e);
            return Step.READ_HEAD_AFTER_DOUBT;
        }
    }

    private Step readHeadAfterDoubt() {
        Head found = services.ledger()
                .head(shard)
                .orElseThrow(() -> new LostLedgerException("Cannot go on with shard " + shard + ": its head is gone"));
        boolean ours = Objects.requireNonNull(claim, "claim").id().equals(found.claimId());
        // Else another replay was first. If the doubtful claim lands after all, the next one fails and leads here
        // again.
        return ours ? claimed() : Step.READ_HEAD;
    }

    private Step claimed() {
        result = result(batch().outcome());
        return Step.WAKE_COMMITTER;
    }

    private Step wakeCommitter() {
        services.wake().committerSoon();
        return Step.DONE;
    }

    private ReplayResult result(ReplayBatch.Outcome outcome) {
        List<QuarantinedEvent> rows = open.rows();
        return new ReplayResult(
                null,
                rows.size(),
                outcome.silver(),
                outcome.duplicates(),
                outcome.control(),
                checking().broken(),
                open.more() ? rows.get(rows.size() - 1).key() : null);
    }

    private Head head() {
        return Objects.requireNonNull(head, "head");
    }

    private Checking checking() {
        return Objects.requireNonNull(checking, "checking");
    }

    private ReplayBatch batch() {
        return Objects.requireNonNull(batch, "batch");
    }
}

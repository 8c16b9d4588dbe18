package io.millrace.replay;

import io.millrace.contract.Contract;
import io.millrace.contract.EpochMicros;
import io.millrace.dedup.Fingerprint;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.ClaimFiles;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.Head;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.LedgerException;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.replay.ReplayTables.Limits;
import io.millrace.replay.ReplayTables.OpenRows;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim after a replay shard's head, in the making: of quarantined events that keep today's contract. Filled step by
 * step, thrown away whole.
 */
final class NextReplay {
    private static final Logger LOG = LoggerFactory.getLogger(NextReplay.class);

    private final ReplayServices services;
    private final Contract contract;
    private final Head head;
    private final UnfoldedClaims unfolded;
    private final Set<Fingerprint> known = new HashSet<>();
    private final ClaimFiles files;
    private OpenRows open = new OpenRows(List.of(), false);
    private @Nullable Checking checking;
    private @Nullable ReplayBatch batch;
    private @Nullable Claim claim;

    /** @param folded the fold that the tables show at least */
    NextReplay(ReplayServices services, Contract contract, Head head, FoldManifest folded) {
        this.services = services;
        this.contract = contract;
        this.head = head;
        this.unfolded = new UnfoldedClaims(services.ledger(), services.store(), folded);
        this.files = new ClaimFiles(services.files(), services.ids(), head);
    }

    /** Reads and checks what is open in quarantine. Returns whether any of it keeps the contract now. */
    boolean read(ReplayRequest request, Limits limits) {
        open = services.rows().open(contract, request.filter(), request.after(), limits);
        checking = Checking.of(contract, open.rows());
        return !checking.kept().isEmpty();
    }

    void lookInSilver() {
        known.addAll(services.rows().inSilver(contract, checking().eventIds()));
    }

    /** Looks in the claims that no table shows yet; then it is known which events go to silver, and rows are made. */
    void lookInClaims() {
        known.addAll(unfolded.look(checking().eventIds().keySet()));
        ReplayBatch made = ReplayBatch.of(
                contract,
                checking().kept(),
                known,
                EpochMicros.of(services.clock().instant()));
        batch = made;
        files.add(made.rows());
    }

    ClaimFiles files() {
        return files;
    }

    void writeBody() {
        ReplayBatch made = Objects.requireNonNull(batch, "batch");
        String id = services.ids().get();
        Position position = Position.of(number());
        long now = services.clock().millis();
        ClaimBody body = new ClaimBody(
                id,
                shard(),
                number(),
                position,
                position,
                now,
                now,
                files.written(),
                made.counts(),
                null,
                0,
                made.fingerprints());
        String path = new LakeObjects(services.store()).attemptPath(shard(), number(), id);
        services.store().write(path, ClaimBodyCodec.write(body));
        claim = new Claim(shard(), number(), id, position, path);
    }

    /** Whether an event of these has come by itself meanwhile: then these files would double it. */
    boolean isOvertaken() {
        return !known.containsAll(unfolded.look(checking().eventIds().keySet()));
    }

    /** Returns whether the ledger holds it by this call; in any doubt not, and the head is to be read. */
    boolean claim() {
        try {
            return services.ledger().claim(head, written());
        } catch (LedgerException e) {
            LOG.warn("Claim of {} got no clear answer; reading the head", shard(), e);
            return false;
        }
    }

    /** Whether a head that was read after a doubt says that this claim stands. */
    boolean standsIn(Head found) {
        return written().id().equals(found.claimId());
    }

    /** What became of the events that were read. */
    ReplayResult result() {
        ReplayBatch.Outcome outcome = batch == null ? ReplayBatch.Outcome.NONE : batch.outcome();
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

    private ShardId shard() {
        return head.shard();
    }

    private long number() {
        return head.k() + 1;
    }

    private Checking checking() {
        return Objects.requireNonNull(checking, "checking");
    }

    private Claim written() {
        return Objects.requireNonNull(claim, "claim");
    }
}

package io.millrace.trace;

import io.millrace.audit.Commits;
import io.millrace.audit.FoldCommits;
import io.millrace.audit.Lake;
import io.millrace.contract.Contracts;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.ShardId;
import io.millrace.query.AthenaQueries;
import io.millrace.replay.ReplayShard;
import io.millrace.target.Target;
import io.millrace.trace.EventCopy.Landing;
import io.millrace.trace.EventCopy.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows an event backwards: its rows, the files that they are in, the claim and the fold that brought them. */
public final class Tracing {

    private final Lake lake;
    private final FoldCommits commits;
    private final EventRows rows;
    private final Map<String, Commits> commitsByTable = new HashMap<>();

    public Tracing(Lake lake, Target target, AthenaQueries queries, Contracts contracts) {
        this.lake = lake;
        this.commits = new FoldCommits(target, queries);
        this.rows = new EventRows(target, queries, contracts);
    }

    /**
     * Each copy of the event that is in a table, in the order of receipt; none if there is none.
     *
     * @param since copies that were received before are not looked for
     */
    public List<EventCopy> trace(String eventId, Instant since) throws InterruptedException {
        List<EventCopy> copies = new ArrayList<>();
        for (EventCopy copy : Copies.of(rows.find(eventId, since))) {
            List<Landing> landings = new ArrayList<>();
            for (Landing landing : copy.landings()) {
                LedgerEntry claim = claim(copy, landing);
                Instant committed = claim == null || claim.fold() == null
                        ? null
                        : commits(landing.table()).of(claim.fold());
                landings.add(new Landing(landing.layer(), landing.table(), landing.file(), committed));
            }
            copies.add(copy.with(firstClaim(copy), landings));
        }
        return copies;
    }

    private Commits commits(String table) throws InterruptedException {
        Commits known = commitsByTable.get(table);
        if (known == null) {
            known = commits.of(table);
            commitsByTable.put(table, known);
        }
        return known;
    }

    /** The claim of the event's first way into the tables, not of a replay where both are known. */
    private @Nullable LedgerEntry firstClaim(EventCopy copy) {
        return copy.landings().stream()
                .min(Comparator.comparing(landing -> FileClaim.isOfReplay(landing.file())))
                .map(landing -> claim(copy, landing))
                .orElse(null);
    }

    private @Nullable LedgerEntry claim(EventCopy copy, Landing landing) {
        String[] position = copy.position().split("/", -1);
        if (position.length < 3) {
            return null;
        }
        ShardId shard = FileClaim.isOfReplay(landing.file())
                ? ReplayShard.of(copy.dataset())
                : new ShardId(position[0], position[1]);
        FileClaim claim = FileClaim.of(shard.shard(), landing.file()).orElse(null);
        if (claim == null) {
            return null;
        }
        Optional<FoldManifest> fold = lake.foldOf(shard, claim.k());
        Optional<ClaimBody> body = lake.claim(shard, claim.k());
        return new LedgerEntry(
                shard.toString(),
                claim.k(),
                claim.claimId(),
                body.map(found -> Instant.ofEpochMilli(found.createdAtMillis())).orElse(null),
                fold.map(FoldManifest::fold).orElse(null),
                fold.map(found -> Instant.ofEpochMilli(found.createdAtMillis())).orElse(null));
    }
}

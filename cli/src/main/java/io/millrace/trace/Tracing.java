package io.millrace.trace;

import io.millrace.audit.Commits;
import io.millrace.audit.FoldCommits;
import io.millrace.audit.Lake;
import io.millrace.contract.Contracts;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.ShardId;
import io.millrace.query.AthenaQueries;
import io.millrace.target.Target;
import io.millrace.trace.EventCopy.Landing;
import io.millrace.trace.EventCopy.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
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
            LedgerEntry claim = claim(copy);
            List<Landing> landings = new ArrayList<>();
            for (Landing landing : copy.landings()) {
                Instant committed = claim == null || claim.fold() == null
                        ? null
                        : commits(landing.table()).of(claim.fold());
                landings.add(new Landing(landing.layer(), landing.table(), landing.file(), committed));
            }
            copies.add(copy.with(claim, landings));
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

    private @Nullable LedgerEntry claim(EventCopy copy) {
        String[] position = copy.position().split("/", -1);
        if (position.length < 3 || copy.landings().isEmpty()) {
            return null;
        }
        ShardId shard = new ShardId(position[0], position[1]);
        FileClaim claim =
                FileClaim.of(shard.shard(), copy.landings().get(0).file()).orElse(null);
        if (claim == null) {
            return null;
        }
        Optional<FoldManifest> fold = lake.foldOf(shard, claim.k());
        Optional<ClaimBody> body = lake.claim(shard, claim.k(), fold);
        return new LedgerEntry(
                shard.toString(),
                claim.k(),
                claim.claimId(),
                body.map(found -> Instant.ofEpochMilli(found.createdAtMillis())).orElse(null),
                fold.map(FoldManifest::fold).orElse(null),
                fold.map(found -> Instant.ofEpochMilli(found.createdAtMillis())).orElse(null));
    }
}

package io.millrace.audit;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.FoldManifest;
import io.millrace.query.AthenaQueries;
import io.millrace.query.SqlFile;
import io.millrace.query.TableNames;
import io.millrace.replay.ReplayShard;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures, with nothing but SQL and the ledger's manifests, how long rows took to become visible: the commit time of
 * the snapshot that brought a row's file, less the row's {@code _received_at}. A file's fold is in the manifests, a
 * fold's commit in the table's own snapshots.
 */
public final class Freshness {

    private final Lake lake;
    private final Target target;
    private final AthenaQueries queries;

    public Freshness(Lake lake, Target target, AthenaQueries queries) {
        this.lake = lake;
        this.target = target;
        this.queries = queries;
    }

    /** The delay of every table that received rows at or after {@code since}. */
    public List<Delay> measure(Contracts contracts, Instant since) throws InterruptedException {
        Map<String, Long> folds = new HashMap<>();
        for (FoldManifest manifest : new Manifests(lake).since(since)) {
            for (List<DataFileRef> files : manifest.files().values()) {
                files.forEach(file -> folds.put(file.path(), manifest.fold()));
            }
        }
        List<Delay> delays = new ArrayList<>();
        for (Contract contract : contracts.streamed()) {
            for (String table : List.of(
                    TableNames.bronze(target, contract),
                    TableNames.silver(target, contract),
                    TableNames.quarantine(target, contract))) {
                Delay delay = measure(table, since, folds);
                if (delay.rows() + delay.unmeasured() > 0) {
                    delays.add(delay);
                }
            }
        }
        return delays;
    }

    private Delay measure(String table, Instant since, Map<String, Long> folds) throws InterruptedException {
        Commits commits = new FoldCommits(target, queries).of(table);
        List<Delay.Group> groups = new ArrayList<>();
        long unmeasured = 0;
        String sql = SqlFile.beside(Freshness.class, "rows-by-file.sql")
                .with("table", table)
                .with("since", since.toString())
                .text();
        for (List<String> row : queries.run(sql, target.database("bronze")).rows()) {
            if (ReplayShard.wrote(row.get(0))) {
                // It waited for a person, which says nothing of how fast the platform is.
                continue;
            }
            long rows = Long.parseLong(row.get(2));
            Long fold = folds.get(row.get(0));
            Instant committed = fold == null ? null : commits.of(fold);
            if (committed == null) {
                unmeasured += rows;
            } else {
                groups.add(new Delay.Group(committed.toEpochMilli() - Long.parseLong(row.get(1)), rows));
            }
        }
        return Delay.of(table, groups, unmeasured);
    }
}

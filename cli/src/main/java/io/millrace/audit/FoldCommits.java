package io.millrace.audit;

import io.millrace.query.AthenaQueries;
import io.millrace.query.SqlFile;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When folds became visible in a table, by the table's own snapshots; older ones have expired. */
public final class FoldCommits {

    private final Target target;
    private final AthenaQueries queries;

    public FoldCommits(Target target, AthenaQueries queries) {
        this.target = target;
        this.queries = queries;
    }

    /**
     * The commit time of each fold that the table's history still has.
     *
     * @param table with its database
     */
    public Commits of(String table) throws InterruptedException {
        int dot = table.indexOf('.');
        String snapshots = table.substring(0, dot + 1) + '"' + table.substring(dot + 1) + "$snapshots\"";
        String sql = SqlFile.beside(FoldCommits.class, "fold-commits.sql")
                .with("snapshots", snapshots)
                .text();
        Map<Long, Instant> commits = new HashMap<>();
        for (List<String> row : queries.run(sql, target.database("bronze")).rows()) {
            commits.put(Long.parseLong(row.get(0)), Instant.ofEpochMilli(Long.parseLong(row.get(1))));
        }
        return new Commits(commits);
    }
}

package io.millrace.audit;

import io.millrace.contract.Contract;
import io.millrace.query.AthenaQueries;
import io.millrace.query.SqlFile;
import io.millrace.query.TableNames;
import io.millrace.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What SQL counts in the tables of a dataset; in quarantine, the rows that were not replayed yet. */
public record TableCounts(long bronze, long silver, long quarantineDoor, long quarantineRow) {

    public long quarantine() {
        return quarantineDoor + quarantineRow;
    }

    static TableCounts of(Contract contract, Target target, AthenaQueries queries) throws InterruptedException {
        String sql = SqlFile.beside(TableCounts.class, "table-counts.sql")
                .with("bronze", TableNames.bronze(target, contract))
                .with("silver", TableNames.silver(target, contract))
                .with("replays", TableNames.replays(target))
                .with("dataset", contract.dataset())
                .with("quarantine", TableNames.quarantine(target, contract))
                .text();
        Map<String, Long> counts = new HashMap<>();
        for (List<String> row : queries.run(sql, target.database("bronze")).rows()) {
            counts.put(row.get(0), Long.parseLong(row.get(1)));
        }
        return new TableCounts(
                counts.getOrDefault("bronze", 0L),
                counts.getOrDefault("silver", 0L),
                counts.getOrDefault("door", 0L) - counts.getOrDefault("replayed door", 0L),
                counts.getOrDefault("row", 0L) - counts.getOrDefault("replayed row", 0L));
    }
}

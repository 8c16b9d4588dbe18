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

    static final TableCounts NONE = new TableCounts(0, 0, 0, 0);

    public long quarantine() {
        return quarantineDoor + quarantineRow;
    }

    TableCounts plus(TableCounts other) {
        return new TableCounts(
                bronze + other.bronze,
                silver + other.silver,
                quarantineDoor + other.quarantineDoor,
                quarantineRow + other.quarantineRow);
    }

    /** By minute of receipt, in epoch minutes. */
    static Map<Long, TableCounts> byMinute(Contract contract, LedgerScope scope, Target target, AthenaQueries queries)
            throws InterruptedException {
        String sql = SqlFile.beside(TableCounts.class, "table-counts.sql")
                .with("bronze", TableNames.bronze(target, contract))
                .with("silver", TableNames.silver(target, contract))
                .with("replays", TableNames.replays(target))
                .with("dataset", contract.dataset())
                .with("quarantine", TableNames.quarantine(target, contract))
                .with("from_second", Long.toString(scope.fromSecond()))
                .with("to_second", Long.toString(scope.toSecond()))
                .text();
        Map<Long, TableCounts> counts = new HashMap<>();
        for (List<String> row : queries.run(sql, target.database("bronze")).rows()) {
            counts.merge(Long.parseLong(row.get(1)), of(row.get(0), Long.parseLong(row.get(2))), TableCounts::plus);
        }
        return counts;
    }

    private static TableCounts of(String part, long rows) {
        return switch (part) {
            case "bronze" -> new TableCounts(rows, 0, 0, 0);
            case "silver" -> new TableCounts(0, rows, 0, 0);
            case "door" -> new TableCounts(0, 0, rows, 0);
            case "row" -> new TableCounts(0, 0, 0, rows);
            case "replayed door" -> new TableCounts(0, 0, -rows, 0);
            case "replayed row" -> new TableCounts(0, 0, 0, -rows);
            default -> NONE;
        };
    }
}

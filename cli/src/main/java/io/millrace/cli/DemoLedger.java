package io.millrace.cli;

import io.millrace.audit.DatasetBalance;
import io.millrace.audit.Delay;
import io.millrace.audit.LedgerReport;
import io.millrace.audit.TableCounts;
import io.millrace.query.ResultFormat;
import io.millrace.query.ResultTable;
import io.millrace.query.ResultTable.ResultColumn;
import java.io.PrintWriter;
import java.util.List;

/** The part of the demo that accounts for every event. */
final class DemoLedger {
    private DemoLedger() {}

    /** Prints what SQL counts, what the ledger counts, and how long rows took. */
    static void print(LedgerReport report, List<Delay> delays, PrintWriter out) {
        out.println("Rows by dataset and layer, as SQL counts them");
        out.println();
        out.println(ResultFormat.TABLE.print(counts(report)));
        out.println("The ledger: every event accounted for");
        out.println();
        LedgerCommand.print(report, false, out);
        out.println();
        out.println("From the door to visible in SQL");
        out.println();
        out.println(ResultFormat.TABLE.print(FreshnessCommand.table(delays)));
    }

    private static ResultTable counts(LedgerReport report) {
        List<ResultColumn> columns = List.of(
                new ResultColumn("dataset", "varchar"),
                new ResultColumn("bronze", "bigint"),
                new ResultColumn("silver", "bigint"),
                new ResultColumn("quarantine", "bigint"));
        return new ResultTable(
                columns, report.datasets().stream().map(DemoLedger::counts).toList());
    }

    private static List<String> counts(DatasetBalance balance) {
        TableCounts tables = balance.total().tables();
        return List.of(
                balance.dataset(),
                Long.toString(tables.bronze()),
                Long.toString(tables.silver()),
                Long.toString(tables.quarantine()));
    }
}

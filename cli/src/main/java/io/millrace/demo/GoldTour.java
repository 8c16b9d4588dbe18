package io.millrace.demo;

import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultFormat;
import io.millrace.query.ResultTable;
import io.millrace.query.SqlFile;
import io.millrace.target.Target;
import java.io.PrintWriter;
import java.util.List;

/** A look at every gold table, and at how it keeps its contract. */
public final class GoldTour {
    private static final List<Stop> STOPS = List.of(
            new Stop("daily_summary_gold", "how a day went"),
            new Stop("event_metrics_gold", "events by hour, kind and app"),
            new Stop("daily_sales_metrics", "sales by category"),
            new Stop("daily_user_activity", "who did what"),
            new Stop("user_segments_gold", "who may leave"));

    private final Target target;
    private final AthenaQueries queries;
    private final PrintWriter out;
    private final PrintWriter err;

    private record Stop(String table, String about) {}

    public GoldTour(Target target, AthenaQueries queries, PrintWriter out, PrintWriter err) {
        this.target = target;
        this.queries = queries;
        this.out = out;
        this.err = err;
    }

    /** Prints the head of each table. Returns whether all have rows. */
    public boolean show() throws InterruptedException {
        boolean all = true;
        for (Stop stop : STOPS) {
            ResultTable rows = print(stop.table() + ": " + stop.about(), stop.table() + ".sql", "gold");
            if (rows.rows().isEmpty()) {
                err.println("Table " + stop.table() + " is empty");
                all = false;
            }
        }
        return all;
    }

    /** Prints what the gate found of the tables. Returns whether each passed. */
    public boolean score() throws InterruptedException {
        ResultTable scores = print("Quality: how gold keeps its contracts", "gold-quality.sql", "ops");
        boolean passed = !scores.rows().isEmpty() && scores.rows().stream().allMatch(row -> "true".equals(row.get(2)));
        if (!passed) {
            err.println("A gold table does not keep its contract");
        }
        return passed;
    }

    private ResultTable print(String title, String file, String layer) throws InterruptedException {
        String sql = SqlFile.beside(GoldTour.class, file).text();
        ResultTable rows = queries.run(sql, target.database(layer));
        out.println(title);
        out.println();
        out.println(ResultFormat.TABLE.print(rows));
        return rows;
    }
}

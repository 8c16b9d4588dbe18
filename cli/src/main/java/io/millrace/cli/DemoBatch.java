package io.millrace.cli;

import io.millrace.jobs.Landing;
import io.millrace.jobs.Pipeline;
import io.millrace.jobs.PipelineRun.StepEnd;
import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultFormat;
import io.millrace.query.ResultTable;
import io.millrace.simulate.Traffic;
import io.millrace.simulate.TrafficPlan;
import io.millrace.simulate.files.ShopFiles;
import io.millrace.target.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the demo that is a batch: the shop's files, the day's pipeline, and the gold tables that come out. */
final class DemoBatch {
    private static final Map<String, String> GOLD = gold();

    private final Target target;
    private final PrintWriter out;
    private final PrintWriter err;

    DemoBatch(Target target, PrintWriter out, PrintWriter err) {
        this.target = target;
        this.out = out;
        this.err = err;
    }

    /** Lands the files of the shop as it is after its traffic: what its database would hand over at night. */
    void land(TrafficPlan plan, Path folder) throws IOException {
        Traffic events = new Traffic(plan);
        while (events.hasNext()) {
            events.next();
        }
        Files.createDirectories(folder);
        new ShopFiles(folder).write(events.shop(), plan.start(), plan.start().plus(plan.covered()));
        new Landing(target).put(folder, Optional.empty());
    }

    /** Runs the day's jobs. Returns whether all succeeded. */
    boolean run() throws InterruptedException, IOException {
        List<StepEnd> ends = PipelineCommand.run(target, Pipeline.of(Checkout.root()), Map.of(), err);
        out.println("The day's jobs");
        out.println();
        ends.forEach(step -> out.println("  " + PipelineCommand.line(step)));
        out.println();
        return PipelineCommand.succeeded(ends);
    }

    /** Prints the head of each gold table. Returns whether all have rows. */
    boolean show(AthenaQueries queries) throws InterruptedException {
        boolean all = true;
        for (Map.Entry<String, String> table : GOLD.entrySet()) {
            ResultTable rows = queries.run(table.getValue(), target.database("gold"));
            out.println(table.getKey());
            out.println();
            out.println(ResultFormat.TABLE.print(rows));
            if (rows.rows().isEmpty()) {
                err.println("Table " + table.getKey() + " is empty");
                all = false;
            }
        }
        return all;
    }

    /** Prints what the gate found of gold. Returns whether each table passed. */
    boolean score(AthenaQueries queries) throws InterruptedException {
        ResultTable scores = queries.run("""
                SELECT table_name AS "table", max_by(table_score, checked_at) AS score,
                    max_by(table_passed, checked_at) AS passed, count(*) AS checks
                FROM quality_results WHERE layer = 'gold' AND branch = 'main' GROUP BY 1 ORDER BY 1""", target.database("ops"));
        out.println("Quality: how gold keeps its contracts");
        out.println();
        out.println(ResultFormat.TABLE.print(scores));
        boolean passed = !scores.rows().isEmpty() && scores.rows().stream().allMatch(row -> "true".equals(row.get(2)));
        if (!passed) {
            err.println("A gold table does not keep its contract");
        }
        return passed;
    }

    private static Map<String, String> gold() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("daily_summary_gold: how a day went", """
                SELECT summary_date, total_events, total_users, new_users, sessions, round(bounce_rate, 3) AS bounce_rate,
                    revenue_usd
                FROM daily_summary_gold ORDER BY total_events DESC LIMIT 3""");
        queries.put("event_metrics_gold: events by hour, kind and app", """
                SELECT metric_date, metric_hour, event_type, app_type, total_events, unique_users
                FROM event_metrics_gold ORDER BY total_events DESC LIMIT 4""");
        queries.put("daily_sales_metrics: sales by category", """
                SELECT sale_date, product_category, total_transactions, round(total_revenue, 2) AS total_revenue,
                    unique_customers
                FROM daily_sales_metrics ORDER BY total_revenue DESC LIMIT 4""");
        queries.put("daily_user_activity: who did what", """
                SELECT * FROM daily_user_activity LIMIT 3""");
        queries.put("user_segments_gold: who may leave", """
                SELECT segment, churn_level, count(*) AS users, round(avg(engagement_score), 1) AS engagement
                FROM user_segments_gold GROUP BY 1, 2 ORDER BY users DESC LIMIT 5""");
        return queries;
    }
}

package io.millrace.job.maintenance;

import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.argument.Argument;
import io.millrace.job.ledger.AwsLedger;
import io.millrace.job.ledger.LedgerSource;
import io.millrace.upkeep.SmallFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacts tables, tags their states, lets old ones go and removes stray files, beside whatever writes to the tables. */
public final class MaintenanceJob implements Job<MaintenanceJob.Arguments, MaintenanceJob.Result> {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceJob.class);

    private static final Duration LEAST_ORPHAN_AGE = Duration.ofMinutes(1);

    private final LedgerSource ledgers;

    /** As Glue runs it. */
    public MaintenanceJob() {
        this(AwsLedger::open);
    }

    MaintenanceJob(LedgerSource ledgers) {
        this.ledgers = ledgers;
    }

    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new MaintenanceJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public String description() {
        return "Compacts tables, tags their hours and days, lets old states go, and removes files that nothing refers to.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    /** A table that cannot be maintained does not keep the others from it; the run fails in the end. */
    @Override
    public Result run(Arguments arguments, JobContext context) {
        TableMaintenance maintenance = new TableMaintenance(
                context,
                SortOrders.bundled(),
                new Compaction(context, arguments.minFiles()),
                new Expiry(context, arguments.snapshotAge()));
        List<TableName> tables = TableName.of(context.lake(), arguments.tables());
        List<TableResult> results = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (TableName table : tables) {
            try {
                results.add(maintenance.run(table));
            } catch (RuntimeException e) {
                LOG.error("Cannot maintain {}", table, e);
                failed.add(table + " (" + e.getMessage() + ")");
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot maintain " + String.join(", ", failed) + "; " + results.size() + " other tables are done");
        }
        return new Result(results, orphans(arguments, context, tables));
    }

    private OrphanReport orphans(Arguments arguments, JobContext context, List<TableName> tables) {
        String ledger = arguments.ledgerTable();
        return ledger == null
                ? OrphanReport.refused("Cannot remove files without --ledger_table: it knows which are still to come")
                : new OrphanRemoval(context, ledgers.open(ledger, context.lake()), arguments.orphanAge()).run(tables);
    }

    /**
     * What to do, and to what.
     *
     * @param snapshotAge null for each table's own
     * @param ledgerTable null for none
     */
    public record Arguments(
            @Argument(
                    "Tables, as silver.orders_silver or by name alone, with commas between; all where it is not given")
            @Nullable
            List<String> tables,

            @Argument(
                    value = "So many small files of a partition are written again as few",
                    byDefault = "" + SmallFiles.DATA_FILES)
            int minFiles,

            @Argument("States older than this go, but for tagged ones; each table's own setting where it is not given")
            @Nullable
            Duration snapshotAge,

            @Argument(
                    value = "Files that nothing refers to go once they are older; far longer than a writer lives",
                    byDefault = "P3D")
            Duration orphanAge,

            @Argument("The stream's ledger; without it no such file goes") @Nullable
            String ledgerTable) {
        public Arguments {
            if (orphanAge.compareTo(LEAST_ORPHAN_AGE) < 0) {
                throw new IllegalArgumentException(
                        "Cannot use --orphan_age " + orphanAge + ": at least " + LEAST_ORPHAN_AGE);
            }
            if (minFiles < 2) {
                throw new IllegalArgumentException("Cannot use --min_files " + minFiles + ": at least 2");
            }
            if (snapshotAge != null && snapshotAge.isNegative()) {
                throw new IllegalArgumentException("Cannot use --snapshot_age " + snapshotAge + ": it is negative");
            }
        }

        @Override
        public List<String> tables() {
            return tables == null ? List.of() : tables;
        }
    }

    /** Tables by layer and name. */
    public record Result(List<TableResult> tables, OrphanReport orphans) {}
}

package io.millrace.job.quality;

import io.millrace.alert.GateFailure;
import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.argument.Argument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what readers see to its contracts; fails if a table does not reach its gate. */
public final class QualityJob implements Job<QualityJob.Arguments, QualityReport> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new QualityJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String description() {
        return "Checks published tables by their contracts; fails if one does not reach its gate.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public QualityReport run(Arguments arguments, JobContext context) throws Exception {
        PublishedTables published = new PublishedTables(context, arguments.days());
        List<Audit> audits = new ArrayList<>();
        List<GateFailure> failures = new ArrayList<>();
        for (CheckedTable table : CheckedTables.of(arguments.tables())) {
            published.audit(table).ifPresent(audit -> {
                audits.add(audit);
                if (!audit.passed()) {
                    String version = Long.toString(audit.version().snapshotId());
                    failures.add(audit.failure(table.rules().support(), version, false));
                }
            });
        }
        if (!context.dryRun()) {
            new QualityHistory(context).addAll(audits);
        }
        QualityReport report = QualityReport.of(audits);
        if (!failures.isEmpty()) {
            throw new GateException(failures, report);
        }
        return report;
    }

    /**
     * What to look at.
     *
     * @param days of a table that grows for ever
     */
    public record Arguments(
            @Argument("Tables, with commas between; all that contracts know where it is not given") @Nullable
            List<String> tables,

            @Argument(
                    value = "Of bronze and of typed events only the rows of so many days, today's too",
                    byDefault = "2")
            int days) {
        public Arguments {
            if (days < 1) {
                throw new IllegalArgumentException("Cannot use --days " + days + ": 1 or more");
            }
        }

        @Override
        public List<String> tables() {
            return tables == null ? List.of() : tables;
        }
    }
}

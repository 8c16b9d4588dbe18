package io.millrace.job.exact;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Format;
import io.millrace.exact.ExactRun;
import io.millrace.exact.ExactServices;
import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.Layer;
import io.millrace.job.argument.Argument;
import io.millrace.job.ledger.AwsLedger;
import io.millrace.job.ledger.LedgerAccess;
import io.millrace.job.ledger.LedgerSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes out of silver the copies that came further apart than the dedup window, and books them. */
public final class ExactDedupJob implements Job<ExactDedupJob.Arguments, ExactDedupJob.Result> {
    private final LedgerSource ledgers;

    /** As Glue runs it. */
    public ExactDedupJob() {
        this(AwsLedger::open);
    }

    ExactDedupJob(LedgerSource ledgers) {
        this.ledgers = ledgers;
    }

    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new ExactDedupJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "exact-dedup";
    }

    @Override
    public String description() {
        return "Takes out of silver the copies of events that came further apart than the dedup window, and books them.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Result run(Arguments arguments, JobContext context) {
        LedgerAccess ledger = ledgers.open(arguments.ledgerTable(), context.lake());
        List<TableResult> results = new ArrayList<>();
        for (Contract contract : arguments.contracts()) {
            if (context.lake().has(Layer.SILVER, contract.silverTable())) {
                results.add(pass(contract, arguments, context, ledger));
            }
        }
        return new Result(results);
    }

    private static TableResult pass(Contract contract, Arguments arguments, JobContext context, LedgerAccess ledger) {
        CopySearch search = new CopySearch(
                contract, arguments.all() ? null : context.startedAt().minus(arguments.receivedWithin()));
        IcebergSilver table = new IcebergSilver(context, contract, search);
        context.input(Layer.SILVER, contract.silverTable());
        if (context.dryRun()) {
            return new TableResult(
                    contract.silverTable(), table.surplus().size(), table.mark().pass());
        }
        context.output(Layer.SILVER, contract.silverTable());
        ExactRun run = new ExactRun(new ExactServices(
                ledger.ledger(),
                ledger.store(),
                table,
                // Its schedule wakes the committer every minute: soon enough for what is done once a night.
                () -> {},
                Clock.fixed(context.startedAt(), ZoneOffset.UTC),
                () -> UUID.randomUUID().toString()));
        while (run.advance()) {
            // Every step is in the run.
        }
        return new TableResult(
                contract.silverTable(), run.removed(), table.mark().pass());
    }

    /**
     * Where to look.
     *
     * @param tables null for all that a stream feeds
     */
    public record Arguments(
            @Argument("Silver tables, with commas between; all that a stream feeds where it is not given") @Nullable
            List<String> tables,

            @Argument(value = "Look at the days of which an event was received in this time", byDefault = "P2D")
            Duration receivedWithin,

            @Argument(value = "Look at all days", byDefault = "false")
            boolean all,

            @Argument("The stream's ledger") String ledgerTable) {
        public Arguments {
            for (String name : tables == null ? List.<String>of() : tables) {
                if (streamed().stream()
                        .noneMatch(contract -> contract.silverTable().equals(name))) {
                    throw new IllegalArgumentException(
                            "Cannot use --tables '" + name + "': no stream feeds a silver table" + " of that name");
                }
            }
        }

        private List<Contract> contracts() {
            List<String> wanted = tables;
            return streamed().stream()
                    .filter(contract -> wanted == null || wanted.contains(contract.silverTable()))
                    .toList();
        }

        private static List<Contract> streamed() {
            return Contracts.bundled().all().stream()
                    .filter(contract -> contract.format() != Format.ROWS)
                    .toList();
        }
    }

    /** Tables in the order of their contracts. */
    public record Result(List<TableResult> tables) {}

    /**
     * One table.
     *
     * @param copies rows taken out, or found in a dry run
     * @param pass that the table now holds
     */
    public record TableResult(String table, long copies, long pass) {}
}

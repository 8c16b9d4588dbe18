package io.millrace.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself. Exit codes: 0 done, 1 failed, 2 wrong use. Results go to stdout, talk to stderr. */
@Command(
        name = "millrace",
        description = "An event lakehouse for AWS that runs on a laptop with one command.",
        footer = {
            "",
            "Start with:",
            "  ./millrace demo",
            "",
            "Every command explains itself: ./millrace COMMAND --help",
            "Exit codes: 0 done, 1 failed, 2 wrong use. MILLRACE_DEBUG=1 shows the stack trace of a failure."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            OutputsCommand.class,
            SimulateCommand.class,
            SendCommand.class,
            SettleCommand.class,
            QueryCommand.class,
            LandCommand.class,
            PipelineCommand.class,
            RunCommand.class,
            LedgerCommand.class,
            FreshnessCommand.class,
            QuarantineCommand.class,
            TraceCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            DrainCommand.class,
            RedriveCommand.class,
            KeysCommand.class,
            AlertCommand.class,
            ContractsCommand.class,
            ProveCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        })
public final class Millrace extends Helpful implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Cannot run nothing: name a command");
    }

    public static void main(String[] arguments) {
        // Libraries log through SLF4J; a command says in its own words what a person needs.
        setDefault("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.exit(commandLine().execute(arguments));
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The command line, writing UTF-8 to the process's own streams. */
    static CommandLine commandLine() {
        return commandLine(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Millrace())
                .registerConverter(Duration.class, Durations::parse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::wrongUse)
                .setExecutionExceptionHandler(Failures::failed)
                .setOut(out)
                .setErr(err);
    }
}

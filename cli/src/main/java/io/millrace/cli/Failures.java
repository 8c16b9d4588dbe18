package io.millrace.cli;

import java.time.DateTimeException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Turns what went wrong into one line for a person and an exit code. */
final class Failures {

    private Failures() {}

    static int wrongUse(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return Subcommand.WRONG_USE;
    }

    /** Values that make no sense together are found after parsing, as illegal arguments. */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(line(failure));
        if (showsStack(command)) {
            failure.printStackTrace(command.getErr());
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return isWrongUse(failure) ? Subcommand.WRONG_USE : Subcommand.FAILED;
    }

    private static boolean isWrongUse(Exception failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof TypeConversionException
                || failure instanceof DateTimeException;
    }

    private static String line(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }

    private static boolean showsStack(CommandLine command) {
        boolean asked = command.getCommand() instanceof Helpful helpful && helpful.verbose();
        return asked || !System.getenv().getOrDefault("MILLRACE_DEBUG", "").isEmpty();
    }
}

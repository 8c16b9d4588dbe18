package io.millrace.cli;

import picocli.CommandLine.Option;

/** What every command has. */
abstract class Helpful {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
    private boolean help;

    @Option(names = "--verbose", description = "Show the stack trace of a failure.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}

package io.millrace.cli;

import picocli.CommandLine.Option;

/** How a command shows what is more than a table. */
final class PageOption {

    private enum Format {
        /** For a person. */
        TABLE,
        /** For a program. */
        JSON
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table).")
    private Format format = Format.TABLE;

    boolean isJson() {
        return format == Format.JSON;
    }
}

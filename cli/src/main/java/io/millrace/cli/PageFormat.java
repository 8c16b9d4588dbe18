package io.millrace.cli;

/** How a command shows what is more than a table. */
enum PageFormat {
    /** For a person. */
    TABLE,
    /** For a program. */
    JSON
}

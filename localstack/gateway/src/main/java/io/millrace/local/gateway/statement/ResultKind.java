package io.millrace.local.gateway.statement;

/** What a statement leaves at the output location. */
public enum ResultKind {
    /** Rows: {@code <id>.csv} with a header line. */
    ROWS("", ".csv", true),
    /** A plan: {@code <id>.txt} with a header line. */
    PLAN("", ".txt", true),
    /** Names and definitions: {@code <id>.txt}, without a header line. */
    TEXT("", ".txt", false),
    /** Rows were changed and are counted: no result file. */
    CHANGED("", ".csv", false),
    /** Rows were added and are counted: no result file. */
    ADDED("", "", false),
    /** Files were made: only their list. */
    FILES("", "", false),
    /** A table was made, in {@code tables/<id>} unless it has a place: only the list of its files. */
    TABLE("tables/", "", false);

    private final String folder;
    private final String suffix;
    private final boolean header;

    ResultKind(String folder, String suffix, boolean header) {
        this.folder = folder;
        this.suffix = suffix;
        this.header = header;
    }

    /** Where the result is, below the output location. */
    public String path(String id) {
        return folder + id + suffix;
    }

    /** Whether the first row is the columns' names, in the file and in the answer. */
    public boolean hasHeader() {
        return header;
    }

    /** Whether there is a result file. */
    public boolean hasFile() {
        return this == ROWS || this == PLAN || this == TEXT;
    }

    /** Whether the list of the files that were made is kept. */
    public boolean hasManifest() {
        return this == TABLE || this == FILES;
    }
}

package io.millrace.local.platform;

/** Hears what a long operation is at. Called from several threads, each call with one whole line. */
public interface Progress {

    /** A stage begins or has ended. */
    void stage(String line);

    /** Something that the person should know and that does not stop the operation. */
    void warn(String line);

    /** Prints each line to standard error, which keeps standard output for results. */
    static Progress toStandardError() {
        return new Progress() {
            @Override
            public void stage(String line) {
                System.err.println(line);
            }

            @Override
            public void warn(String line) {
                System.err.println("warning: " + line);
            }
        };
    }

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void stage(String line) {}

            @Override
            public void warn(String line) {}
        };
    }
}

package io.millrace.bench.report;

/** What a measurement means. */
public enum Verdict {
    MET("met"),
    MISSED("missed"),
    /** Something that it needs is not there. */
    NOT_RUN("not run"),
    /** The benchmark itself broke. */
    FAILED("failed");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}

package io.millrace.proof.fault;

/** What goes wrong. */
public enum Fault {
    PARTIAL_PUT("the stream took some records of a request; the client sends all of them again"),
    LOST_PUT_ANSWER("the stream took a request and its answer was lost; the client sends it again"),
    RECUT_BATCH("a batch came again, cut differently", Kind.CONSEQUENCE),
    DUPLICATE_INVOCATION("the same batch was handed to two writers at once"),
    ZOMBIE_WRITER("a writer was given up by the stream, and woke after its successor"),
    CRASH_BEFORE_FILES("a writer died before it had written all its files", Kind.SURE),
    CRASH_AFTER_FILES("a writer died after its files and before its claim's body", Kind.SURE),
    CRASH_BEFORE_CLAIM("a writer died between its claim's body and its claim", Kind.SURE),
    CRASH_AFTER_CLAIM("a writer died right after its claim", Kind.SURE),
    CRASH_BEFORE_ACK("a writer was done and its acknowledgement was lost", Kind.SURE),
    KILLER_RECORD("a record that ends the process that reads it"),
    THROWING_RECORD("a record that makes the writer's code throw"),
    LEDGER_THROTTLED("the ledger refused to answer", Kind.SURE),
    LEDGER_ANSWER_LOST("a write stood in the ledger and its answer was lost", Kind.SURE),
    LEDGER_WRITE_LATE("a write got no answer and landed in the ledger later", Kind.SURE),
    LEDGER_RESTORED("the ledger was restored to an earlier point, or emptied, and rebuilt later"),
    STORE_REFUSED("the object store did not answer", Kind.SURE),
    STORE_ANSWER_LOST("an object was written and the answer was lost", Kind.SURE),
    FILES_OUTAGE("a table's files could not be written", Kind.SURE),
    COMMIT_CONFLICT("a table's commit failed against rivals", Kind.SURE),
    COMMIT_ANSWER_LOST("a table's commit stood and its answer was lost", Kind.SURE),
    COMMIT_LATE("a table's commit got no answer and landed later", Kind.SURE),
    TABLE_AWAY("a table could not be loaded", Kind.SURE),
    TABLE_LAGS("a committer was shown what a table held before", Kind.SURE),
    RIVAL_COMMIT("another committer appended the same fold in between"),
    WAKE_LOST("the committer was asked for and the request was lost", Kind.SURE),
    COMMITTER_CRASH("a committer died", Kind.SURE),
    TWO_COMMITTERS("a second committer started beside the first"),
    ZOMBIE_COMMITTER("a committer slept and woke after others had worked"),
    COMMITTER_STUCK("no committer ran for a day, and orphan removal came meanwhile"),
    PAUSE("some tables were paused for a while"),
    COMPACTION("a table's files were rewritten"),
    SNAPSHOT_EXPIRY("a table's older snapshots were removed"),
    QUIET_TABLE("a fold skipped a table that earlier folds had touched", Kind.CONSEQUENCE),
    ORPHAN_REMOVAL("old files that no table refers to were removed, a day after everything was killed"),
    CLAIM_REMOVAL("claims that nobody asks for any more were taken out of the ledger, at once or a day later"),
    SPLIT("a shard was split"),
    MERGE("two shards were merged"),
    STREAM_RECREATED("the stream was made anew, under its next generation"),
    LINEAGE_LAG("the list of shards did not show a new one yet"),
    CLOCK_JUMP("hours went by, and everything that ran was killed");

    /** When a fault can happen. */
    private enum Kind {
        /** Whenever the world allows it. */
        CHANCE,
        /** In every schedule that asks for it, since every schedule comes by. */
        SURE,
        /** Not asked for: it follows from others. */
        CONSEQUENCE
    }

    private final String text;
    private final Kind kind;

    Fault(String text) {
        this(text, Kind.CHANCE);
    }

    Fault(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** Its place in an array of counts. */
    @SuppressWarnings("EnumOrdinal") // a schedule of a millisecond has no time for maps
    public int index() {
        return ordinal();
    }

    /** What it is, for people. */
    public String text() {
        return text;
    }

    /** Whether a schedule that plans it always hits it. */
    public boolean isSure() {
        return kind == Kind.SURE;
    }

    /** Whether it can be planned. */
    public boolean isPlanned() {
        return kind != Kind.CONSEQUENCE;
    }
}

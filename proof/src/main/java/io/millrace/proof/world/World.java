package io.millrace.proof.world;

import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Faults;
import io.millrace.proof.fault.Trace;
import java.time.Duration;

/** All that one schedule works on. */
final class World {
    /** Copies of an event further apart than this may each reach silver. */
    static final Duration DEDUP_WINDOW = Duration.ofMinutes(60);

    final Choices choices;
    final Trace trace;
    final Faults faults;
    final Format format;
    final Variant variant;
    final SimClock clock = new SimClock();
    final SimStream stream;
    final LateWrites late;
    final LedgerState ledgerState = new LedgerState();
    final SimLedger ledger;
    final SimStore store;
    final LakeTables lakeTables;
    final SimTables tables;
    final DataFiles files;
    final TablePauses pauses = new TablePauses(this);
    final LedgerLoss ledgerLoss = new LedgerLoss(this);
    private int ids;
    private boolean committerAskedFor;

    World(Choices choices, Faults faults, Trace trace, Format format, Variant variant) {
        this.choices = choices;
        this.trace = trace;
        this.faults = faults;
        this.format = format;
        this.variant = variant;
        stream = new SimStream(choices, format, clock);
        late = new LateWrites(choices, trace);
        ledger = new SimLedger(ledgerState, stream, faults, late);
        store = new SimStore(faults);
        lakeTables = variant.lakeTables();
        tables = new SimTables(lakeTables, faults, late);
        files = new DataFiles(faults, stream, format, clock);
    }

    /** An id that nobody else has. */
    String id() {
        return "i" + ids++;
    }

    void askForCommitter() {
        committerAskedFor = true;
    }

    /** Whether a committer was asked for since this was asked last. */
    boolean takeAskedFor() {
        boolean asked = committerAskedFor;
        committerAskedFor = false;
        return asked;
    }
}

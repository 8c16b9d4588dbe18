package io.millrace.proof.world;

import io.millrace.lake.Ledger;
import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Faults;
import io.millrace.proof.fault.Trace;
import io.millrace.store.ObjectStore;
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
    /** What the simulation itself knows of the ledger. */
    final LedgerState ledgerState = new LedgerState();

    final SimLedger ledger;
    /** The objects, in a store that is never away. */
    final ObjectStore objects;

    final SimStore store;
    final LakeTables lakeTables;
    final SimTables tables;
    final DataFiles files;
    final TablePauses pauses = new TablePauses(this);
    final LedgerLoss ledgerLoss = new LedgerLoss(this);
    private Ledger ledgerBehind;
    private int ids;
    private boolean committerAskedFor;

    World(Choices choices, Faults faults, Trace trace, Format format, Variant variant) {
        this.choices = choices;
        this.trace = trace;
        this.faults = faults;
        this.format = format;
        this.variant = variant;
        ledgerBehind = variant.ledger(ledgerState);
        stream = new SimStream(choices, format, clock);
        late = new LateWrites(choices, trace);
        ledger = new SimLedger(this::ledgerBehind, stream, faults, late);
        objects = variant.objects();
        store = new SimStore(objects, faults);
        lakeTables = variant.lakeTables();
        tables = new SimTables(lakeTables, faults, late);
        files = new DataFiles(faults, stream, format, clock);
    }

    /** The ledger without faults. */
    Ledger ledgerBehind() {
        return ledgerBehind;
    }

    /** Makes the ledger hold what it held once. */
    void restoreLedger(LedgerState saved) {
        ledgerState.become(saved);
        ledgerBehind = variant.ledger(ledgerState);
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

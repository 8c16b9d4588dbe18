package io.millrace.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.Run;
import io.millrace.event.Accepted;
import io.millrace.event.RowBuilder;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.event.Verdict;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.MinuteTally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that quarantined events become, their marks, and what the ledger counts of them. */
final class ReplayBatch {
    private final Contract contract;
    private final RowBuilder builder;
    private final long nowMicros;
    private final Map<TableDefinition, List<Object[]>> rows = new LinkedHashMap<>();
    private final MinuteTally tally = new MinuteTally();
    private final Set<Fingerprint> taken = new HashSet<>();
    private Outcome outcome = Outcome.NONE;

    private ReplayBatch(Contract contract, long nowMicros) {
        this.contract = contract;
        this.builder = new RowBuilder(contract);
        this.nowMicros = nowMicros;
    }

    /**
     * @param kept events that keep the contract, in order: of two copies the first goes to silver
     * @param known what silver has
     */
    static ReplayBatch of(Contract contract, List<CheckedEvent> kept, Set<Fingerprint> known, long nowMicros) {
        ReplayBatch batch = new ReplayBatch(contract, nowMicros);
        kept.forEach(event -> batch.add(event, known));
        return batch;
    }

    /** Rows by table, those of the marks among them. */
    Map<TableDefinition, List<Object[]>> rows() {
        return rows;
    }

    /** Negative where quarantine gives up a row. */
    List<MinuteCounts> counts() {
        return tally.list();
    }

    /** What silver gets. */
    Run fingerprints() {
        return Run.of(taken);
    }

    Outcome outcome() {
        return outcome;
    }

    private void add(CheckedEvent event, Set<Fingerprint> known) {
        Fate fate = fate(event, known);
        QuarantinedEvent row = event.event();
        RowMeta meta = meta(row.meta());
        boolean fromDoor = row.stage() == Stage.DOOR;
        if (fromDoor) {
            add(contract.bronze(), builder.bronze(meta, event.verdict().claimed(), new String(row.payload(), UTF_8)));
        }
        if (fate == Fate.SILVER && event.verdict() instanceof Accepted accepted) {
            add(contract.silver(), builder.silver(meta, accepted));
        }
        add(
                ReplayMarks.TABLE,
                ReplayMarks.row(contract.dataset(), row, event.eventId(), fate, nowMicros, contract.version()));
        count(row, fromDoor, fate);
    }

    private Fate fate(CheckedEvent event, Set<Fingerprint> known) {
        Fingerprint fingerprint = event.fingerprint();
        if (fingerprint == null) {
            return Fate.CONTROL;
        }
        return !known.contains(fingerprint) && taken.add(fingerprint) ? Fate.SILVER : Fate.DUPLICATE;
    }

    /** In the minute of its first receipt, a row less in quarantine; what the door had rejected is new to bronze. */
    private void count(QuarantinedEvent row, boolean fromDoor, Fate fate) {
        long silver = fate == Fate.SILVER ? 1 : 0;
        long duplicates = fate == Fate.DUPLICATE ? 1 : 0;
        long control = fate == Fate.CONTROL ? 1 : 0;
        tally.add(new MinuteCounts(
                contract.dataset(),
                row.minute(),
                0,
                fromDoor ? 1 : 0,
                fromDoor ? -1 : 0,
                silver,
                fromDoor ? 0 : -1,
                duplicates,
                control));
        outcome = outcome.plus(new Outcome(silver, duplicates, control));
    }

    private void add(TableDefinition table, @Nullable Object[] row) {
        rows.computeIfAbsent(table, unused -> new ArrayList<>()).add(row);
    }

    /** As it came, but for when it was written and by what contract. */
    private RowMeta meta(RowMeta was) {
        return new RowMeta(
                was.batchId(),
                was.receivedAtMicros(),
                nowMicros,
                was.sourceSystem(),
                was.sourceFile(),
                was.sourcePosition(),
                contract.version(),
                was.serviceVersion(),
                was.context(),
                was.protocol(),
                was.sentAtMicros());
    }

    /** How many events went where. */
    record Outcome(long silver, long duplicates, long control) {
        static final Outcome NONE = new Outcome(0, 0, 0);

        Outcome plus(Outcome other) {
            return new Outcome(silver + other.silver, duplicates + other.duplicates, control + other.control);
        }

        long all() {
            return silver + duplicates + control;
        }
    }

    /**
     * A quarantined event that keeps today's contract.
     *
     * @param eventId null for a control record
     * @param fingerprint null for a control record
     */
    record CheckedEvent(
            QuarantinedEvent event,
            Verdict verdict,
            @Nullable String eventId,
            @Nullable Fingerprint fingerprint) {}
}

package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.EventScreen;
import io.millrace.event.EventValues;
import io.millrace.event.Rejected;
import io.millrace.event.RowBuilder;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.event.TextBytes;
import io.millrace.event.Verdict;
import io.millrace.frame.Rejection;
import io.millrace.protocol.MessageChecker;
import io.millrace.protocol.Protocol;
import org.jspecify.annotations.Nullable;

/** Turns the events of one dataset into rows. Made once from its contract. */
record DatasetReader(
        String dataset,
        String contractVersion,
        EventScreen screen,
        MessageChecker checker,
        RowBuilder rows,
        TableDefinition bronze,
        TableDefinition silver,
        TableDefinition quarantine) {

    static DatasetReader of(Contract contract) {
        return new DatasetReader(
                contract.dataset(),
                contract.version(),
                EventScreen.withValues(contract),
                new MessageChecker(contract),
                new RowBuilder(contract),
                contract.bronze(),
                contract.silver(),
                contract.quarantine());
    }

    /**
     * Adds the rows of one event, and what became of it.
     *
     * @param arrival what is known of the event besides its bytes
     * @param protocol what the payload is written in
     * @param door why the door rejected it, or null
     */
    void read(RowMeta meta, Arrival arrival, Protocol protocol, byte[] payload, @Nullable Rejection door, Batch batch) {
        EventValues event =
                door == null && protocol == Protocol.PLAIN ? screen.values(payload, 0, payload.length, arrival) : null;
        if (event == null) {
            check(meta, arrival, protocol, payload, door, batch);
            return;
        }
        long minute = minute(arrival);
        batch.add(bronze, rows.bronze(meta, event, TextBytes.of(payload, 0, payload.length)));
        batch.count(new MinuteCounts(dataset, minute, 1, 1, 0, 0, 0, 0, 0));
        batch.addCandidate(new Batch.Candidate(
                dataset,
                minute,
                Fingerprint.of(dataset, arrival.source(), event.eventId().toString()),
                silver,
                rows.silver(meta, event)));
    }

    private void check(
            RowMeta meta, Arrival arrival, Protocol protocol, byte[] payload, @Nullable Rejection door, Batch batch) {
        long minute = minute(arrival);
        Verdict verdict = checker.check(protocol, payload, 0, payload.length, arrival);
        if (door != null) {
            Rejected rejected = new Rejected(verdict.claimed(), door.rule(), door.pointer(), door.reason());
            batch.add(quarantine, RowBuilder.quarantine(meta, Stage.DOOR, rejected, payload));
            batch.count(new MinuteCounts(dataset, minute, 1, 0, 1, 0, 0, 0, 0));
            return;
        }
        batch.add(bronze, rows.bronze(meta, verdict.claimed(), new String(payload, UTF_8)));
        batch.count(new MinuteCounts(dataset, minute, 1, 1, 0, 0, 0, 0, 0));
        if (verdict instanceof Rejected rejected) {
            batch.add(quarantine, RowBuilder.quarantine(meta, Stage.ROW, rejected, payload));
            batch.count(new MinuteCounts(dataset, minute, 0, 0, 0, 0, 1, 0, 0));
        } else if (verdict instanceof Accepted accepted) {
            batch.addCandidate(new Batch.Candidate(
                    dataset,
                    minute,
                    Fingerprint.of(dataset, arrival.source(), accepted.eventId()),
                    silver,
                    rows.silver(meta, accepted)));
        } else {
            batch.count(new MinuteCounts(dataset, minute, 0, 0, 0, 0, 0, 0, 1));
        }
    }

    private static long minute(Arrival arrival) {
        return arrival.receivedAt().getEpochSecond() / 60;
    }
}

package io.millrace.replay;

import io.millrace.contract.EpochMicros;
import io.millrace.event.Arrival;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.protocol.Protocol;

/**
 * A row of a quarantine table.
 *
 * @param stage {@link Stage#DOOR} or {@link Stage#ROW}
 * @param rule the rule that it broke
 * @param meta where it came from; a row without a protocol is taken for a plain event
 * @param payload the bytes as received
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record QuarantinedEvent(Stage stage, String rule, RowMeta meta, byte[] payload) {

    Cursor key() {
        return new Cursor(meta.receivedAtMicros(), meta.sourcePosition(), stage.label());
    }

    /** What was known of the event when it came: the same facts, so that only the contract can make another verdict. */
    Arrival arrival() {
        Long sentAt = meta.sentAtMicros();
        return new Arrival(
                EpochMicros.toInstant(meta.receivedAtMicros()),
                meta.sourceSystem(),
                sentAt == null ? null : EpochMicros.toInstant(sentAt));
    }

    Protocol protocol() {
        String label = meta.protocol();
        return label == null
                ? Protocol.PLAIN
                : Protocol.ofLabel(label)
                        .orElseThrow(() -> new IllegalArgumentException("Cannot read quarantined event "
                                + meta.sourcePosition() + ": protocol '" + label + "' is of a newer version"));
    }

    long minute() {
        return Math.floorDiv(meta.receivedAtMicros(), 60_000_000L);
    }
}

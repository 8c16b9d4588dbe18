package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.quarantine.PayloadText;
import io.millrace.quarantine.QuarantinedRow;
import java.util.Base64;

/** A quarantined row for programs. */
final class QuarantinedRowJson {

    private QuarantinedRowJson() {}

    static ObjectNode withoutPayload(QuarantinedRow row) {
        QuarantinedRow.Replay replay = row.replay();
        return JsonNodeFactory.instance
                .objectNode()
                .put("dataset", row.dataset())
                .put("received_at", row.receivedAt().toString())
                .put("stage", row.stage())
                .put("rule", row.rule())
                .put("pointer", row.pointer())
                .put("reason", row.reason())
                .put("event_id", row.eventId())
                .put("source", row.source())
                .put("batch_id", row.batchId())
                .put("position", row.position())
                .put("contract_version", row.contractVersion())
                .put("replayed_at", replay == null ? null : replay.at().toString())
                .put("replayed_to", replay == null ? null : replay.fate());
    }

    /** With the exact bytes as base64, and as text where they are one. */
    static ObjectNode of(QuarantinedRow row) {
        return withoutPayload(row)
                .put("payload", PayloadText.utf8(row.payload()).orElse(null))
                .put("payload_base64", Base64.getEncoder().encodeToString(row.payload()));
    }
}

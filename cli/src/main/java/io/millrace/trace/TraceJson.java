package io.millrace.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.trace.EventCopy.Landing;
import io.millrace.trace.EventCopy.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way of an event for a program. */
public final class TraceJson {

    private TraceJson() {}

    public static ObjectNode of(String eventId, Instant since, List<EventCopy> copies) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event_id", eventId);
        json.put("searched_since", since.toString());
        ArrayNode all = json.putArray("copies");
        copies.forEach(copy -> copy(all.addObject(), copy));
        return json;
    }

    private static void copy(ObjectNode json, EventCopy copy) {
        json.put("dataset", copy.dataset());
        json.put("fate", copy.fate().name().toLowerCase(Locale.ROOT));
        json.put("duplicate_of", copy.duplicateOf());
        json.put("contract_version", copy.contractVersion());
        json.putObject("door")
                .put("received_at", copy.receivedAt().toString())
                .put("batch_id", copy.batchId())
                .put("source", copy.source());
        json.put("position", copy.position());
        json.put("written_at", copy.writtenAt().toString());
        LedgerEntry claim = copy.claim();
        if (claim != null) {
            json.putObject("claim")
                    .put("shard", claim.shard())
                    .put("k", claim.k())
                    .put("id", claim.claimId())
                    .put("claimed_at", text(claim.claimedAt()));
            json.putObject("fold").put("number", claim.fold()).put("folded_at", text(claim.foldedAt()));
        }
        WhyRejected rejection = copy.rejection();
        if (rejection != null) {
            WhyRejected.Replay replay = rejection.replay();
            json.putObject("rejection")
                    .put("stage", rejection.stage())
                    .put("rule", rejection.rule())
                    .put("pointer", rejection.pointer())
                    .put("reason", rejection.reason())
                    .put("replayed_at", replay == null ? null : text(replay.at()));
        }
        ArrayNode tables = json.putArray("tables");
        for (Landing landing : copy.landings()) {
            tables.addObject()
                    .put("layer", landing.layer())
                    .put("table", landing.table())
                    .put("file", landing.file())
                    .put("committed_at", text(landing.committedAt()));
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}

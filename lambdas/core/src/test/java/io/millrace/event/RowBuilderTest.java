package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Column;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowBuilderTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final RowMeta META = new RowMeta(
            "batch",
            1_000L,
            2_000L,
            "web",
            null,
            "stream/shard/1/0",
            "1.0.0",
            "0.1.0",
            "{\"device\":\"phone\"}",
            "segment_track",
            900L);

    private final Contract contract = Contracts.bundled().find("app_events").orElseThrow();
    private final RowBuilder rows = new RowBuilder(contract);

    @Test
    void aSilverRowHasTheFieldsThenWhatIsDerivedThenWhereItCameFrom() {
        Map<String, Object> row = row(contract.silver(), rows.silver(META, accepted()));

        assertThat(row)
                .containsEntry("event_id", "e1")
                .containsEntry(
                        "event_timestamp", Instant.parse("2024-12-31T23:30:00Z").toEpochMilli() * 1000)
                .containsEntry("event_date", (int) LocalDate.of(2024, 12, 31).toEpochDay())
                .containsEntry("event_hour", 23)
                .containsEntry("event_value", null)
                .containsEntry("_batch_id", "batch")
                .containsEntry("_received_at", 1_000L)
                .containsEntry("_ingested_at", 2_000L)
                .containsEntry("_source_system", "web")
                .containsEntry("_source_file", null)
                .containsEntry("_source_position", "stream/shard/1/0")
                .containsEntry("_contract_version", "1.0.0")
                .containsEntry("_service_version", "0.1.0");
    }

    @Test
    void aBronzeRowKeepsThePayloadAndTheClaims() {
        Map<String, Object> row =
                row(contract.bronze(), rows.bronze(META, accepted().claimed(), "{ }"));

        assertThat(row)
                .containsEntry("event_id", "e1")
                .containsEntry("event_type", "CLICK")
                .containsEntry("payload", "{ }")
                .containsEntry("_context", "{\"device\":\"phone\"}")
                .containsEntry("_protocol", "segment_track")
                .containsEntry("_sent_at", 900L)
                .containsEntry("_service_version", "0.1.0");
    }

    @Test
    void aQuarantineRowKeepsTheBytesAndTheReason() {
        byte[] payload = {(byte) 0xFF};
        Rejected rejected = new Rejected(Claimed.NOTHING, Rules.INVALID_UTF8, "", "must be UTF-8");

        for (TableDefinition table : List.of(contract.quarantine(), Contracts.undecodable())) {
            assertThat(row(table, RowBuilder.quarantine(META, Stage.DECODE, rejected, payload)))
                    .containsEntry("payload", payload)
                    .containsEntry("_stage", "decode")
                    .containsEntry("_rule", "invalid_utf8")
                    .containsEntry("_pointer", "")
                    .containsEntry("_reason", "must be UTF-8")
                    .containsEntry("_protocol", "segment_track")
                    .containsEntry("_sent_at", 900L)
                    .containsEntry("_batch_id", "batch")
                    .containsEntry("_service_version", "0.1.0");
        }
    }

    private Accepted accepted() {
        byte[] json = """
                {"event_id":"e1","event_type":"CLICK","timestamp":"2025-01-01T00:30:00+01:00","user_id":"u1"}""".getBytes(UTF_8);
        return (Accepted) new EventChecker(contract).check(json, 0, json.length, Arrival.of(RECEIVED_AT, "web"));
    }

    private static Map<String, Object> row(TableDefinition table, Object[] values) {
        assertThat(values).hasSameSizeAs(table.columns());
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Column column = table.columns().get(i);
            row.put(column.name(), values[i]);
        }
        return row;
    }
}

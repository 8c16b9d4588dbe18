package io.millrace.contract;

import static io.millrace.contract.ColumnType.BINARY;
import static io.millrace.contract.ColumnType.STRING;
import static io.millrace.contract.ColumnType.TIMESTAMP;

import java.util.ArrayList;
import java.util.List;

/** The columns that the platform adds to the contract's own, and the three tables made of both. */
final class SystemColumns {
    /** Where a row comes from: the last columns of every table. */
    private static final List<Column> PROVENANCE = List.of(
            Column.of("_batch_id", STRING, true, "Id of the POST or of the file load"),
            Column.of("_received_at", TIMESTAMP, true, "When the door took it"),
            Column.of("_ingested_at", TIMESTAMP, true, "When its data file was written"),
            Column.of("_source_system", STRING, true, "Source behind the write key, or of the file"),
            Column.of("_source_file", STRING, false, "S3 URI of a landed file"),
            Column.of("_source_position", STRING, true, "Stream/shard/sequence/index, or line in the file"),
            Column.of("_contract_version", STRING, false, "Version of the contract it was checked against"),
            Column.of("_service_version", STRING, true, "Version of the ingest service that took it"));

    private static final List<Column> CLAIMED = List.of(
            Column.of("event_id", STRING, false, "The event's id as it claims"),
            Column.of("event_type", STRING, false, "The event's type as it claims"),
            Column.of("event_timestamp", TIMESTAMP, false, "The event's time as it claims"));

    /** What it takes to read the payload again as it was read when it came. */
    private static final List<Column> ARRIVAL = List.of(
            Column.of("_context", STRING, false, "What the door knew of the request, as a JSON object"),
            Column.of("_protocol", STRING, false, "What the payload is written in; null where it is no event"),
            Column.of("_sent_at", TIMESTAMP, false, "When the sender says it sent the request, by its own clock"));

    private SystemColumns() {}

    static TableDefinition bronze(String dataset) {
        List<Column> columns = new ArrayList<>(CLAIMED);
        columns.add(Column.of("payload", STRING, true, "The event's bytes as received"));
        columns.addAll(ARRIVAL);
        columns.addAll(PROVENANCE);
        return new TableDefinition(dataset, Layer.BRONZE, dataset + "_bronze", columns, "_received_at");
    }

    static TableDefinition silver(Contract contract) {
        List<Column> columns = new ArrayList<>();
        contract.fields().forEach(field -> columns.add(field.column()));
        contract.derived().forEach(derived -> columns.add(derived.column()));
        columns.addAll(PROVENANCE);
        return new TableDefinition(
                contract.dataset(),
                Layer.SILVER,
                contract.silverTable(),
                columns,
                contract.eventTime().isEmpty() ? null : contract.eventTime());
    }

    static TableDefinition quarantine(String dataset) {
        List<Column> columns = new ArrayList<>(CLAIMED);
        columns.add(Column.of("payload", BINARY, true, "The bytes as received"));
        columns.add(Column.of("_stage", STRING, true, "Where it was rejected: door, row or decode"));
        columns.add(Column.of("_reason", STRING, true, "Why, for people"));
        columns.add(Column.of("_rule", STRING, true, "Name of the rule it broke"));
        columns.add(Column.of("_pointer", STRING, true, "JSON pointer to the value that broke it"));
        columns.addAll(ARRIVAL);
        columns.addAll(PROVENANCE);
        return new TableDefinition(dataset, Layer.QUARANTINE, dataset + "_quarantine", columns, "_received_at");
    }
}

package io.millrace.cdc;

import java.io.IOException;
import java.util.Set;

/** What kind of record something is, told by its members alone. */
enum Shape {
    /** No value: Kafka's word that the key is gone. */
    TOMBSTONE,
    /** A row change, or a message of the application, in Debezium's envelope. */
    DEBEZIUM,
    /** A row that Debezium's ExtractNewRecordState took out of the envelope. */
    FLATTENED,
    /** A row change or a control record of AWS DMS. */
    DMS,
    /** Begin or end of a transaction. */
    TRANSACTION,
    HEARTBEAT,
    /** DDL, as Debezium reports it. */
    SCHEMA_CHANGE,
    UNKNOWN;

    private static final String HEARTBEAT_TOPIC = "__debezium-heartbeat";
    private static final Set<String> HEARTBEAT_MEMBERS = Set.of("ts_ms");

    static Shape of(ChangeRecord record) throws IOException, UnreadableChangeException {
        if (record.value() == null) {
            return TOMBSTONE;
        }
        JsonValue value = record.value().value();
        if (!value.isObject()) {
            return UNKNOWN;
        }
        JsonObject object = value.object();
        if (object.hasText("op") && object.hasObject("source")) {
            return DEBEZIUM;
        }
        if (object.hasObject("metadata") && (object.has("data") || object.has("control"))) {
            return DMS;
        }
        if (object.has("__op") || object.has("__deleted")) {
            return FLATTENED;
        }
        if (object.hasText("status") && object.hasText("id") && object.has("event_count")) {
            return TRANSACTION;
        }
        if (object.has("databaseName") && (object.has("ddl") || object.has("tableChanges"))) {
            return SCHEMA_CHANGE;
        }
        String topic = record.topic();
        boolean heartbeat = (object.has("ts_ms") && object.hasOnly(HEARTBEAT_MEMBERS))
                || (topic != null && topic.startsWith(HEARTBEAT_TOPIC));
        return heartbeat ? HEARTBEAT : UNKNOWN;
    }
}

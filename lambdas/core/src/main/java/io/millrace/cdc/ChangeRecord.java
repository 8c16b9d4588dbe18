package io.millrace.cdc;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as a connector made it.
 *
 * @param topic what it was for, where the record says so
 * @param key the row's key, where the record brings one
 * @param value null for a tombstone
 */
record ChangeRecord(
        @Nullable String topic,
        @Nullable Payload key,
        @Nullable Payload value) {
    private static final Set<String> WRAPPER =
            Set.of("topic", "key", "value", "partition", "offset", "timestamp", "headers");
    private static final Set<String> WITH_SCHEMA = Set.of("schema", "payload");

    /**
     * A value, out of its envelope of schema and payload.
     *
     * @param schema null where the record brings none
     */
    record Payload(JsonValue value, @Nullable ConnectSchema schema) {

        /** The payload; null for null. */
        static @Nullable Payload of(JsonValue value) throws IOException, UnreadableChangeException {
            if (!value.isObject()) {
                return value.isNull() ? null : new Payload(value, null);
            }
            JsonObject object = value.object();
            JsonValue payload = object.members().get("payload");
            JsonValue schema = object.members().get("schema");
            if (payload == null || schema == null || !object.hasOnly(WITH_SCHEMA)) {
                return new Payload(value, null);
            }
            return payload.isNull() ? null : new Payload(payload, ConnectSchema.read(schema));
        }
    }

    /** Reads {@code {topic, key, value}}, or a value alone. */
    static ChangeRecord of(JsonValue record) throws IOException, UnreadableChangeException {
        if (record.isObject()) {
            JsonObject object = record.object();
            JsonValue value = object.members().get("value");
            if (value != null && object.hasOnly(WRAPPER) && (object.has("key") || object.has("topic"))) {
                JsonValue key = object.find("key");
                return new ChangeRecord(
                        object.findName("topic"), key == null ? null : Payload.of(key), Payload.of(value));
            }
        }
        return new ChangeRecord(null, null, Payload.of(record));
    }
}

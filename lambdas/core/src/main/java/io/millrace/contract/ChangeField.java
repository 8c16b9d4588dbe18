package io.millrace.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that a change record is decoded into; a contract of {@link Format#CDC} has some or all of them. */
public enum ChangeField {
    /** Made from what tells one change from another; see {@code docs/concepts/cdc.md}. */
    EVENT_ID(JsonType.STRING),
    /** INSERT, UPDATE, DELETE, SNAPSHOT or TRUNCATE. */
    OPERATION(JsonType.STRING),
    SOURCE_DATABASE(JsonType.STRING),
    SOURCE_SCHEMA(JsonType.STRING),
    SOURCE_TABLE(JsonType.STRING),
    /** JSON text of the row's key. */
    KEY(JsonType.OBJECT),
    /** JSON text of the row as it was. */
    BEFORE(JsonType.OBJECT),
    /** JSON text of the row as it is. */
    AFTER(JsonType.OBJECT),
    /** Text that sorts as the changes of a row in one source do. */
    SOURCE_POSITION(JsonType.STRING),
    /** When the source committed the change. */
    COMMITTED_AT(JsonType.TIMESTAMP);

    private final JsonType type;

    ChangeField(JsonType type) {
        this.type = type;
    }

    /** As a contract names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public JsonType type() {
        return type;
    }

    /** The field of that name, if a change record has it. */
    public static Optional<ChangeField> find(String label) {
        return Stream.of(values()).filter(field -> field.label().equals(label)).findFirst();
    }
}

package io.millrace.contract;

/** What JSON an event must hold in a field. */
public enum JsonType {
    STRING,
    BOOLEAN,
    /** A number without fraction or exponent. */
    INTEGER,
    NUMBER,
    /** ISO 8601 text with an offset or {@code Z}, or a whole number of epoch milliseconds. */
    TIMESTAMP,
    /** Text as {@code yyyy-MM-dd}. */
    DATE,
    /** A JSON object, kept as its text. */
    OBJECT
}

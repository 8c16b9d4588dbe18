package io.millrace.contract;

/** The type of a table's column, with the Java value that a row holds for it (or null). */
public enum ColumnType {
    /** {@link String}. */
    STRING,
    /** {@code byte[]}. */
    BINARY,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link Integer}. */
    INT,
    /** {@link Long}. */
    LONG,
    /** {@link Double}, always finite. */
    DOUBLE,
    /** {@link java.math.BigDecimal} with exactly the column's scale. */
    DECIMAL,
    /** {@link Long}: microseconds since 1970-01-01T00:00:00Z. */
    TIMESTAMP,
    /** {@link Integer}: days since 1970-01-01. */
    DATE
}

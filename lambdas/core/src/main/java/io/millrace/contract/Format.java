package io.millrace.contract;

/** What the events of a dataset look like when they come in. */
public enum Format {
    /** A JSON object whose members are the contract's fields. */
    JSON,
    /** A change record of Debezium or AWS DMS, which a decoder turns into the fields of {@link ChangeField}. */
    CDC,
    /** Rows of landed files, which a batch job loads; nothing comes over the door or the stream. */
    ROWS
}

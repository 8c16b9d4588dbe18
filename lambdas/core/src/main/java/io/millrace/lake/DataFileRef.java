package io.millrace.lake;

/**
 * A data file that was written and not yet committed.
 *
 * @param table full name of the table that it is for, {@code database.table}
 * @param path where it lies
 * @param records rows in it
 * @param bytes its length
 * @param descriptor what the table format needs to append it (partition, metrics, schema and spec id); opaque here
 */
public record DataFileRef(String table, String path, long records, long bytes, String descriptor) {}

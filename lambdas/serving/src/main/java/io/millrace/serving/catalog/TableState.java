package io.millrace.serving.catalog;

import java.time.Instant;

/**
 * How a table stands.
 *
 * @param snapshot the current one's id
 * @param committedAt when it was made: the freshness of the table
 * @param rows in it, deleted ones still counted where a delete file names them
 */
public record TableState(long snapshot, Instant committedAt, long rows, long files, long bytes) {}

package io.millrace.contract;

/**
 * Where a column's values come from: each of them is in that column too.
 *
 * @param table without its database
 */
public record Reference(String table, String column) {}

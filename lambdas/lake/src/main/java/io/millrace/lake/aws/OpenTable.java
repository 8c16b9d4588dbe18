package io.millrace.lake.aws;

import org.apache.iceberg.Table;

/**
 * A table as it was loaded, and how a contract's rows go into it.
 *
 * @param name full name, {@code database.table}
 */
record OpenTable(String name, Table table, RowBinding binding) {}

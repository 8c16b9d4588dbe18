/** Parquet data files of Iceberg tables, written column by column from rows that are held in memory. */
@NullMarked
package io.millrace.lake.parquet;

import org.jspecify.annotations.NullMarked;

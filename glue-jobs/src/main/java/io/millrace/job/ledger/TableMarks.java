package io.millrace.job.ledger;

import io.millrace.job.Lake;
import io.millrace.lake.FoldMark;
import io.millrace.lake.FoldMarks;
import io.millrace.lake.TablesException;
import org.apache.iceberg.catalog.TableIdentifier;

/** The marks in the lake's tables. */
public record TableMarks(Lake lake) implements FoldMarks {
    @Override
    public long fold(String table) {
        try {
            return FoldMark.in(
                    lake.catalog().loadTable(TableIdentifier.parse(table)).properties());
        } catch (RuntimeException e) {
            throw new TablesException("Cannot load table " + table, e);
        }
    }
}

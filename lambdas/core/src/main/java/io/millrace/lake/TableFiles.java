package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import java.util.List;

/** Writes data files for tables, as the tables themselves want them. */
public interface TableFiles {
    /**
     * Writes rows as data files of the table, with the schema id and partition spec id of the table's own current
     * metadata, never of the contract at hand. Commits nothing.
     *
     * @param table which table, and the order of the values in a row
     * @param rows the rows, in the order to write them; values as {@link io.millrace.contract.ColumnType} says
     * @param name start of the files' names: says which shard and claim they are of
     * @return one or more files, none if there are no rows
     * @throws TablesException if the table or its storage is away; anything else is thrown as it is and held against the
     *     rows
     */
    List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name);
}

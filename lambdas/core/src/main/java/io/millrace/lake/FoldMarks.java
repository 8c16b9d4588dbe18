package io.millrace.lake;

/** How far tables are, for whoever only asks. */
@FunctionalInterface
public interface FoldMarks {
    /**
     * The fold that the table holds last, 0 for none, as its current metadata says (loaded anew).
     *
     * @param table full name, {@code database.table}
     * @throws TablesException if the table cannot be reached
     */
    long fold(String table);
}

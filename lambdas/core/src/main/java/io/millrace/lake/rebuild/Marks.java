package io.millrace.lake.rebuild;

/** Which fold each table holds. */
@FunctionalInterface
public interface Marks {
    /**
     * The fold that a table holds last, 0 for none, as its current metadata says.
     *
     * @param table full name, {@code database.table}
     */
    long fold(String table);
}

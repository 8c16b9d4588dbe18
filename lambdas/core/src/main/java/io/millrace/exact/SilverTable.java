package io.millrace.exact;

import io.millrace.dedup.SilverRow;
import io.millrace.lake.TablesException;
import java.util.List;

/** A silver table as the exact pass needs it. */
public interface SilverTable {
    /** Full name, {@code database.table}. */
    String name();

    /** Dataset that its rows count for. */
    String dataset();

    /**
     * The pass that the table holds last, as its current metadata says (loaded anew).
     *
     * @throws TablesException if the table cannot be reached
     */
    PassMark mark();

    /**
     * The rows to take out of the partitions that the pass looks at, as of one snapshot: what
     * {@link io.millrace.dedup.Copies#surplus} says of them.
     *
     * @throws TablesException if the table cannot be read
     */
    List<SilverRow> surplus();

    /**
     * Deletes the rows and moves the mark, in one commit, if and only if the table still holds {@code before} and every
     * row is still where {@link #surplus} found it. Appends in between do not matter.
     *
     * @return false if not; nothing was changed
     * @throws TablesException if the outcome is unknown: load and look
     */
    boolean remove(List<SilverRow> rows, PassMark before, PassMark after);
}

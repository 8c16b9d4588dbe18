package io.millrace.lake;

import java.util.List;

/**
 * The tables' own commit. A table carries the number of the fold that was appended to it last as a property that moves
 * in the same commit as the append.
 */
public interface Tables extends FoldMarks {
    /**
     * Appends a fold's files, if and only if the table still holds {@code previous} last, and moves its mark to
     * {@code fold} in the same commit. The condition is checked again on every retry of the commit.
     *
     * @return false if the table holds another fold; nothing was changed
     * @throws TablesException if the outcome is unknown or the table cannot be reached: load and look, delete nothing
     */
    boolean append(String table, long previous, long fold, List<DataFileRef> files);
}

package io.millrace.proof.world;

import io.millrace.lake.Tables;
import java.util.Collection;
import java.util.Set;

/** Tables, and what maintenance does to them and their readers see of them. */
public interface LakeTables extends Tables {
    /** Names of the tables that were ever appended to. */
    Set<String> names();

    /** Paths of the data files that a reader of the table sees. */
    Collection<String> files(String table);

    /**
     * Replaces files by one that holds the same rows, as compaction does.
     *
     * @param carriedMark the table's mark when the compaction began; only a wrong compaction does anything with it
     * @return false if the files are not all in the table any more; nothing was changed
     */
    boolean replace(String table, Collection<String> old, String compacted, long carriedMark);

    /** Removes all snapshots but the current one. */
    void expireSnapshots(String table);
}

package io.millrace.job.publish;

import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** Writes a table's next version. */
@FunctionalInterface
public interface BranchWriter {
    /**
     * Writes to a branch that begins as the published version. It may be called again, on another branch, when another run
     * published meanwhile: what it reads of the table itself it must read anew.
     *
     * @param branch the branch's name in SQL, quoted, for {@code writeTo} and {@code INSERT}
     */
    void write(String branch) throws NoSuchTableException;
}

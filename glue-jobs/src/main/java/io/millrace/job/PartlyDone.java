package io.millrace.job;

import org.jspecify.annotations.Nullable;

/** An exception by which a job fails that has something to report nevertheless. */
public interface PartlyDone {
    /** The job's result, for the report of the run; null for none after all. */
    @Nullable
    Record result();
}

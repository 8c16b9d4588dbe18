package io.millrace.job.publish;

import io.millrace.alert.GateFailure;
import io.millrace.job.quality.Audit;
import java.util.Optional;

/** What became of a table's next version. */
public sealed interface Publication {
    /** The writer wrote nothing: readers see what they saw. */
    record Unchanged() implements Publication {}

    /**
     * Readers see it.
     *
     * @param snapshotId of the version
     */
    record Published(long snapshotId, Audit audit) implements Publication {}

    /**
     * It did not pass its gate: readers see what they saw.
     *
     * @param branch on which it can be looked at
     * @param failure to be told to people: give it to {@link io.millrace.job.quality.GateException}
     */
    record Refused(String branch, Audit audit, GateFailure failure) implements Publication {}

    /** Why it was not published, if it was refused. */
    default Optional<GateFailure> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.failure()) : Optional.empty();
    }
}

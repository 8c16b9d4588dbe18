package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.result.ResultColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A query and how it goes. Safe for many threads; a final state never changes. */
final class QueryExecution {
    private final Submission submission;
    private final Path spool;
    private volatile Progress progress = Progress.queued();
    private volatile List<ResultColumn> columns = List.of();
    private volatile @Nullable Long updateCount;

    QueryExecution(Submission submission, Path spool) {
        this.submission = submission;
        this.spool = spool;
    }

    Submission submission() {
        return submission;
    }

    /** The result's rows as CSV, on this machine; complete once the state is SUCCEEDED. */
    Path spool() {
        return spool;
    }

    Progress progress() {
        return progress;
    }

    /** Changes the progress unless it is final; says whether it did. */
    synchronized boolean advance(UnaryOperator<Progress> change) {
        if (progress.state().isFinal()) {
            return false;
        }
        progress = change.apply(progress);
        return true;
    }

    List<ResultColumn> columns() {
        return columns;
    }

    void columns(List<ResultColumn> described) {
        columns = List.copyOf(described);
    }

    @Nullable
    Long updateCount() {
        return updateCount;
    }

    void updateCount(@Nullable Long rows) {
        updateCount = rows;
    }
}

package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.engine.EngineProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a query has come to. Replaced as a whole, so that a reader sees one moment.
 *
 * @param startedAt when it left the queue
 * @param completedAt when it reached its final state
 */
record Progress(
        QueryState state,
        @Nullable String reason,
        @Nullable QueryFailure failure,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        EngineProgress engine) {

    static Progress queued() {
        return new Progress(QueryState.QUEUED, null, null, null, null, EngineProgress.NONE);
    }

    Progress running(Instant now) {
        return new Progress(QueryState.RUNNING, null, null, now, null, engine);
    }

    Progress at(EngineProgress now) {
        return new Progress(state, reason, failure, startedAt, completedAt, now);
    }

    Progress ended(QueryState end, @Nullable String why, @Nullable QueryFailure broken, Instant now) {
        return new Progress(end, why, broken, startedAt, now, engine);
    }
}

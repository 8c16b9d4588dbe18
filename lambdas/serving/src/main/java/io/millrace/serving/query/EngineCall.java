package io.millrace.serving.query;

import io.millrace.serving.http.RefusalException;

/** A call of the engine, whose failures become answers. */
interface EngineCall<T> {
    T make() throws EngineException, RefusalException;

    /** What the call gives, or the refusal that its failure means to the sender. */
    static <T> T answered(EngineCall<T> call) throws RefusalException {
        try {
            return call.make();
        } catch (EngineException e) {
            throw switch (e.kind()) {
                case BUSY ->
                    new RefusalException(429, "engine_busy", "Cannot run the query now: too many run; try again", e);
                case BAD_STATEMENT ->
                    new RefusalException(400, "query_failed", "Cannot run the query: the engine does not take it", e);
                case UNKNOWN_QUERY -> PageToken.unknown();
                case AWAY ->
                    new RefusalException(
                            503, "engine_unavailable", "Cannot run the query now: the engine does not answer", e);
            };
        }
    }
}

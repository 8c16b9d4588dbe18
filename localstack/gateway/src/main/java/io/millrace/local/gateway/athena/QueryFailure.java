package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import java.util.Set;

/**
 * Why a query failed, in the numbers of Athena's error catalog.
 *
 * @param category 1 system, 2 user, 3 other
 */
record QueryFailure(int category, int type, boolean retryable, String message) {
    private static final int SYSTEM = 1;
    private static final int USER = 2;
    private static final int EXHAUSTED = 1;
    private static final int ENGINE_ERROR = 200;
    private static final int RESULT_WRITE = 401;
    private static final int USER_ERROR = 1000;
    private static final int SYNTAX_ERROR = 1006;
    private static final Set<String> SYNTAX = Set.of(
            "SYNTAX_ERROR",
            "TABLE_NOT_FOUND",
            "COLUMN_NOT_FOUND",
            "SCHEMA_NOT_FOUND",
            "CATALOG_NOT_FOUND",
            "FUNCTION_NOT_FOUND",
            "TYPE_MISMATCH",
            "EXPRESSION_NOT_AGGREGATE",
            "AMBIGUOUS_NAME");

    static QueryFailure of(EngineException e) {
        String message = e.name() + ": " + e.getMessage();
        if (e.kind() == Kind.RESOURCES) {
            return new QueryFailure(SYSTEM, EXHAUSTED, true, message);
        }
        if (e.kind() == Kind.INTERNAL) {
            return new QueryFailure(SYSTEM, ENGINE_ERROR, true, message);
        }
        return new QueryFailure(USER, SYNTAX.contains(e.name()) ? SYNTAX_ERROR : USER_ERROR, false, message);
    }

    static QueryFailure resultsNotWritten(String message) {
        return new QueryFailure(SYSTEM, RESULT_WRITE, true, message);
    }

    static QueryFailure timeout(String message) {
        return new QueryFailure(USER, USER_ERROR, false, message);
    }

    static QueryFailure engine(String message) {
        return new QueryFailure(SYSTEM, ENGINE_ERROR, true, message);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ErrorCategory", category)
                .put("ErrorType", type)
                .put("Retryable", retryable)
                .put("ErrorMessage", message);
    }
}

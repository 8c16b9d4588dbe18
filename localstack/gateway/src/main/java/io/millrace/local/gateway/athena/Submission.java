package io.millrace.local.gateway.athena;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was asked for.
 *
 * @param sql as sent
 * @param outputPrefix the s3 folder of its results, ending in a slash
 */
record Submission(
        String id,
        String sql,
        Statement statement,
        @Nullable String catalog,
        @Nullable String database,
        List<String> parameters,
        Workgroup workgroup,
        String outputPrefix,
        Instant at) {
    Submission {
        parameters = List.copyOf(parameters);
    }

    /** Where the result file is, or will be. */
    String outputLocation() {
        return outputPrefix + id + (statement.type() == StatementType.DML ? ".csv" : ".txt");
    }
}

package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.statement.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was asked for.
 *
 * @param sql as sent
 * @param outputPrefix the s3 folder of its results, ending in a slash
 * @param reuse the request's ResultReuseConfiguration, which is kept and not acted on; null when it has none
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
        @Nullable JsonNode reuse,
        Instant at) {
    Submission {
        parameters = List.copyOf(parameters);
    }

    /** Where the result is, or will be; of CREATE TABLE AS the table's place, when the query names none. */
    String outputLocation() {
        return outputPrefix + statement.result().path(id);
    }

    /** Where the list of the files is that the query made; null when it makes none. */
    @Nullable
    String manifestLocation() {
        return statement.result().hasManifest() ? outputLocation() + "-manifest.csv" : null;
    }
}

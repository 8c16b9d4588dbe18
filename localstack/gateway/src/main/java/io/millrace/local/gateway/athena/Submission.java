package io.millrace.local.gateway.athena;

import io.trino.sql.tree.CreateTableAsSelect;
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

    /** Where the result file is, or will be; of CREATE TABLE AS the table's place, when the query names none. */
    String outputLocation() {
        if (statement.tree() instanceof CreateTableAsSelect) {
            return tables();
        }
        return outputPrefix + id + (statement.type() == StatementType.DML ? ".csv" : ".txt");
    }

    /** Where the list of the files is that the query made; null when it makes no table from a query. */
    @Nullable
    String manifestLocation() {
        return statement.tree() instanceof CreateTableAsSelect ? tables() + "-manifest.csv" : null;
    }

    /** The query as the engine takes it. */
    String engineSql() {
        return statement.tree() instanceof CreateTableAsSelect create
                ? TableFromQuery.engineSql(create, tables())
                : statement.engineSql();
    }

    private String tables() {
        return outputPrefix + "tables/" + id;
    }
}

package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.EngineQuery;
import io.millrace.local.gateway.engine.FakeEngine;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.upstream.FakeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An engine and a catalog of fakes, with an empty table {@code d.t} for statements to find after they made it. */
final class StatementWorld implements ResultSink, PreparedStatements {
    private final FakeEngine engine = new FakeEngine();
    private final FakeStore store = new FakeStore();
    private final LakeCatalog catalog = new LakeCatalog(store);
    private final Map<String, String> prepared = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private List<ResultColumn> columns = List.of();

    StatementWorld() {
        engine.start();
        try {
            run("create table t (id bigint comment 'key', at timestamp with time zone, m map<string, int>)"
                    + " partitioned by (day(at), bucket(4, id)) location 's3://out/t/'"
                    + " tblproperties ('table_type' = 'ICEBERG', 'vacuum_max_snapshot_age_seconds' = '60')");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    FakeEngine engine() {
        return engine;
    }

    FakeStore store() {
        return store;
    }

    LakeCatalog catalog() {
        return catalog;
    }

    /** What every statement that is given no other answer has for columns. */
    void columns(ResultColumn... described) {
        engine.answerAll("", new FakeEngine.Answer(List.of(described), List.of(), null, 0));
    }

    Outcome run(String sql, String... parameters) throws Exception {
        rows.clear();
        return StatementParser.parse(sql)
                .run(
                        new Session(
                                engine,
                                catalog,
                                this,
                                "id",
                                "s3://out/"
                                        + StatementParser.parse(sql).result().path("id"),
                                "d",
                                List.of(parameters)),
                        this);
    }

    /** The last statement's lines. */
    List<String> lines() {
        return List.copyOf(rows);
    }

    /** Its columns. */
    List<String> names() {
        return columns.stream().map(ResultColumn::name).toList();
    }

    /** The SQL that the engine was given. */
    List<String> ran() {
        return engine.ran.stream().map(EngineQuery::sql).toList();
    }

    @Override
    public void columns(List<ResultColumn> described) {
        columns = described;
    }

    @Override
    public void row(List<Object> values) {
        rows.add(String.valueOf(values.get(0)));
    }

    @Override
    public boolean progress(EngineProgress progress) {
        return true;
    }

    @Override
    public String get(String name) throws EngineException {
        String sql = prepared.get(name);
        if (sql == null) {
            throw new EngineException("NOT_FOUND", EngineException.Kind.USER, name);
        }
        return sql;
    }

    @Override
    public void put(String name, String sql) {
        prepared.put(name, sql);
    }

    @Override
    public void delete(String name) {
        prepared.remove(name);
    }
}

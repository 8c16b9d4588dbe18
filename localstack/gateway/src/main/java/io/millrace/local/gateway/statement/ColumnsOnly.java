package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a query's columns are; for queries that are asked for nothing else. */
final class ColumnsOnly implements ResultSink {
    private List<ResultColumn> columns = List.of();

    List<ResultColumn> columns() {
        return columns;
    }

    @Override
    public void columns(List<ResultColumn> described) {
        columns = List.copyOf(described);
    }

    @Override
    public void row(List<@Nullable Object> values) {}

    @Override
    public boolean progress(EngineProgress progress) {
        return true;
    }
}

package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.CsvWriter;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.result.ValueText;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a query's rows to its file as they come and keeps its progress; none of them stays in memory. */
final class Spool implements ResultSink, Closeable {
    private final QueryExecution query;
    private final Predicate<EngineProgress> goesOn;
    private final CsvWriter csv;
    private List<ResultColumn> columns = List.of();

    /**
     * A new file for a query's rows.
     *
     * @param goesOn takes the query's progress and says whether it may run on
     */
    Spool(QueryExecution query, Predicate<EngineProgress> goesOn) throws IOException {
        this.query = query;
        this.goesOn = goesOn;
        this.csv = new CsvWriter(query.spool());
    }

    @Override
    public void columns(List<ResultColumn> described) throws IOException {
        columns = List.copyOf(described);
        query.columns(columns);
        if (query.submission().statement().result().hasHeader()) {
            csv.write(columns.stream().map(ResultColumn::name).toList());
        }
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (!query.submission().statement().result().hasFile()) {
            return; // the engine's count of rows, which Athena gives as UpdateCount
        }
        List<@Nullable String> texts = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            texts.add(ValueText.of(columns.get(i).type(), values.get(i)));
        }
        csv.write(texts);
    }

    @Override
    public boolean progress(EngineProgress now) {
        return goesOn.test(now);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

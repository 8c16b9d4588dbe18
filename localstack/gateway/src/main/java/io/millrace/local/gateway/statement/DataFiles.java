package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data files that a table has now. */
final class DataFiles implements ResultSink {
    private final List<String> paths = new ArrayList<>();

    private DataFiles() {}

    static List<String> of(TableName table, Session session) throws EngineException, IOException, InterruptedException {
        DataFiles files = new DataFiles();
        TableName listed = new TableName(table.database(), table.table() + "$files");
        session.read("SELECT file_path FROM " + listed.sql(), files);
        return files.paths;
    }

    @Override
    public void columns(List<ResultColumn> columns) {}

    @Override
    public void row(List<@Nullable Object> values) {
        paths.add(String.valueOf(values.get(0)));
    }

    @Override
    public boolean progress(EngineProgress progress) {
        return true;
    }
}

package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that CREATE TABLE AS made, one a line, as Athena's {@code -manifest.csv} lists them. */
final class DataManifest implements ResultSink {
    private final List<String> files = new ArrayList<>();

    @Override
    public void columns(List<ResultColumn> columns) {}

    @Override
    public void row(List<@Nullable Object> values) {
        files.add(String.valueOf(values.get(0)));
    }

    @Override
    public boolean progress(EngineProgress progress) {
        return true;
    }

    String text() {
        return files.isEmpty() ? "" : String.join("\n", files) + "\n";
    }
}

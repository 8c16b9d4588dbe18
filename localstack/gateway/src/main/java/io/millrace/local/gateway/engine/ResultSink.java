package io.millrace.local.gateway.engine;

import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a result as it comes. Called by one thread, columns before rows. */
public interface ResultSink {
    void columns(List<ResultColumn> columns) throws IOException;

    /** One row, its values those of the engine's client protocol. */
    void row(List<@Nullable Object> values) throws IOException;

    /** Called every so often; false stops the statement. */
    boolean progress(EngineProgress progress);
}

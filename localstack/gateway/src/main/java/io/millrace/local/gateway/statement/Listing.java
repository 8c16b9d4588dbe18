package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.List;

/** Answers a statement with lines of text, as Athena does for SHOW and DESCRIBE. */
final class Listing {
    private Listing() {}

    static Outcome send(ResultSink sink, List<String> columns, List<String> lines) throws IOException {
        sink.columns(columns.stream()
                .map(column -> new ResultColumn(column, "string"))
                .toList());
        for (String line : lines) {
            sink.row(List.of(line));
        }
        return Outcome.DONE;
    }
}

package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SHOW CREATE VIEW v}. */
record ShowCreateView(Name name) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "SHOW_CREATE_VIEW";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        session.read("SHOW CREATE VIEW " + session.complete(name).sql(), new ResultSink() {
            @Override
            public void columns(List<ResultColumn> columns) {}

            @Override
            public void row(List<@Nullable Object> values) {
                lines.addAll(List.of(String.valueOf(values.get(0)).split("\n", -1)));
            }

            @Override
            public boolean progress(EngineProgress progress) {
                return true;
            }
        });
        return Listing.send(sink, List.of("Create View"), lines);
    }
}

package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.types.Types;

/** {@code SHOW COLUMNS IN t}. */
record ShowColumns(Name name) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "SHOW_COLUMNS";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        List<String> columns = session.catalog().isView(table)
                ? ViewColumns.of(table, session)
                : session.catalog().table(table).schema().columns().stream()
                        .map(Types.NestedField::name)
                        .toList();
        return Listing.send(sink, List.of("field"), columns);
    }
}

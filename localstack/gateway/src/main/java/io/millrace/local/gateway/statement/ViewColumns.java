package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import java.io.IOException;
import java.util.List;

/** A view's columns, as {@code name\ttype} lines in the engine's spelling. */
final class ViewColumns {
    private ViewColumns() {}

    static List<String> of(TableName view, Session session) throws EngineException, IOException, InterruptedException {
        ColumnsOnly columns = new ColumnsOnly();
        session.read("SELECT * FROM " + view.sql() + " LIMIT 0", columns);
        return columns.columns().stream()
                .map(column -> column.name() + "\t" + column.type())
                .toList();
    }
}

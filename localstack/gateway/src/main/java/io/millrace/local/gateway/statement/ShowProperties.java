package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code SHOW TBLPROPERTIES t [('key')]}.
 *
 * @param key the one property that is asked for; null for all
 */
record ShowProperties(Name name, @Nullable String key) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "SHOW_TABLE_PROPERTIES";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        Map<String, String> properties = TableProperties.of(session.catalog().table(table));
        if (key != null) {
            String value = properties.get(key);
            return Listing.send(
                    sink,
                    List.of("prpt_name"),
                    List.of(value == null ? "Table " + table + " does not have property: " + key : value));
        }
        return Listing.send(
                sink,
                List.of("prpt_name", "prpt_value"),
                properties.entrySet().stream()
                        .map(property -> property.getKey() + "\t" + property.getValue())
                        .toList());
    }
}

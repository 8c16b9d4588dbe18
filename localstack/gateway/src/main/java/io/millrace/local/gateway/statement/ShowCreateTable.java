package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.HiveType;
import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/** {@code SHOW CREATE TABLE t}: a statement that makes an empty table like it, line by line. */
record ShowCreateTable(Name name) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "SHOW_CREATE_TABLE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        return Listing.send(
                sink, List.of("createtab_stmt"), lines(table, session.catalog().table(table)));
    }

    private static List<String> lines(TableName name, Table table) {
        String columns = table.schema().columns().stream()
                .map(ShowCreateTable::column)
                .collect(Collectors.joining(",\n", "CREATE TABLE " + name + " (\n", ")"));
        List<String> clauses = new ArrayList<>(List.of(columns));
        if (table.spec().isPartitioned()) {
            clauses.add(table.spec().fields().stream()
                    .map(field -> partition(field, table.schema().findColumnName(field.sourceId())))
                    .collect(Collectors.joining(", ", "PARTITIONED BY (", ")")));
        }
        clauses.add("LOCATION " + quoted(table.location()));
        clauses.add(TableProperties.of(table).entrySet().stream()
                .map(property -> "  " + quoted(property.getKey()) + "=" + quoted(property.getValue()))
                .collect(Collectors.joining(",\n", "TBLPROPERTIES (\n", "\n)")));
        return List.of(String.join("\n", clauses).split("\n", -1));
    }

    private static String column(Types.NestedField field) {
        String comment = field.doc() == null ? "" : " COMMENT " + quoted(field.doc());
        return "  `" + field.name() + "` " + HiveType.printed(field.type()) + comment;
    }

    private static String partition(PartitionField field, String column) {
        String transform = field.transform().toString();
        int width = transform.indexOf('[');
        if (width >= 0) {
            return transform.substring(0, width) + "(" + transform.substring(width + 1, transform.length() - 1) + ", `"
                    + column + "`)";
        }
        return transform.equals("identity") ? "`" + column + "`" : transform + "(`" + column + "`)";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

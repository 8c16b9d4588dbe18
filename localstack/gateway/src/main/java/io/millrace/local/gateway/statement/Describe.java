package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.HiveType;
import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/**
 * {@code DESCRIBE [EXTENDED | FORMATTED] t}: lines as Athena writes them for an Iceberg table, each of them the first of
 * three columns.
 */
record Describe(Name name, boolean verbose) implements Statement {
    private static final String BLANK = "\t\t";

    @Override
    public StatementType type() {
        return StatementType.UTILITY;
    }

    @Override
    public String substatement() {
        return "DESCRIBE_TABLE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        if (session.catalog().isView(table)) {
            return Listing.send(sink, List.of("column", "type"), ViewColumns.of(table, session));
        }
        return Listing.send(
                sink,
                List.of("col_name", "data_type", "comment"),
                lines(table, session.catalog().table(table)));
    }

    private List<String> lines(TableName name, Table table) {
        List<String> lines = new ArrayList<>(List.of("# Table schema:" + BLANK, "# col_name\tdata_type\tcomment"));
        for (Types.NestedField column : table.schema().columns()) {
            String comment = column.doc() == null ? "" : column.doc();
            lines.add(column.name() + "\t" + HiveType.printed(column.type()) + "\t" + comment);
        }
        lines.addAll(List.of(BLANK, "# Partition spec:" + BLANK, "# field_name\tfield_transform\tcolumn_name"));
        for (PartitionField field : table.spec().fields()) {
            String column = table.schema().findColumnName(field.sourceId());
            lines.add(field.name() + "\t" + field.transform() + "\t" + column);
        }
        if (verbose) {
            lines.addAll(
                    List.of(BLANK, "Name:\ticeberg." + name + "\t", "Location:\t" + table.location() + "\t", BLANK));
            lines.addAll(List.of("# Table properties:" + BLANK, "# key\tvalue\t"));
            TableProperties.of(table).forEach((key, value) -> lines.add(key + "\t" + value + "\t"));
        }
        return lines;
    }
}

package io.millrace.local.gateway.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** {@code ALTER TABLE t …} in Athena's words; in the engine's own it is left to the engine. */
final class AlterParser {
    private final Tokens tokens;

    AlterParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads what follows ALTER TABLE; null when it is for the engine to parse. */
    @Nullable
    Statement parse() throws SyntaxException {
        Name name = tokens.name();
        if (tokens.take("ADD", "COLUMNS")) {
            List<Types.NestedField> columns = CreateTableParser.columns(tokens);
            return new AlterTable(name, "ADD_COLUMNS", table -> add(table, columns));
        }
        if (tokens.take("DROP", "COLUMN")) {
            String column = tokens.identifier();
            return new AlterTable(
                    name,
                    "DROP_COLUMN",
                    table -> table.updateSchema().deleteColumn(column).commit());
        }
        if (tokens.take("CHANGE")) {
            return change(name);
        }
        if (tokens.take("SET", "TBLPROPERTIES")) {
            Map<String, String> properties = TableProperties.toIceberg(Properties.read(tokens));
            return new AlterTable(name, "SET_TBLPROPERTIES", table -> set(table, properties));
        }
        if (tokens.take("UNSET", "TBLPROPERTIES")) {
            List<String> keys = keys();
            return new AlterTable(name, "UNSET_TBLPROPERTIES", table -> unset(table, keys));
        }
        if (tokens.isNext("REPLACE", "COLUMNS")
                || tokens.isNext("SET", "LOCATION")
                || tokens.isNext("PARTITION")
                || tokens.isNext("ADD", "PARTITION")
                || tokens.isNext("ADD", "IF", "NOT", "EXISTS", "PARTITION")
                || tokens.isNext("DROP", "PARTITION")
                || tokens.isNext("DROP", "IF", "EXISTS", "PARTITION")) {
            throw new SyntaxException("This form of ALTER TABLE is for Hive tables. An Iceberg table takes ADD COLUMNS,"
                    + " DROP COLUMN, CHANGE COLUMN, SET TBLPROPERTIES and UNSET TBLPROPERTIES, and keeps its list of"
                    + " partitions itself");
        }
        return null;
    }

    private Statement change(Name table) throws SyntaxException {
        tokens.take("COLUMN");
        String from = tokens.identifier();
        String to = tokens.identifier();
        Type type = new TypeParser(tokens).read();
        String comment = tokens.take("COMMENT") ? tokens.string() : null;
        boolean first = tokens.take("FIRST");
        String after = tokens.take("AFTER") ? tokens.identifier() : null;
        return new AlterTable(table, "CHANGE_COLUMN", changed -> {
            UpdateSchema update = changed.updateSchema();
            if (type.isPrimitiveType()) {
                update.updateColumn(from, type.asPrimitiveType());
            }
            if (comment != null) {
                update.updateColumnDoc(from, comment);
            }
            if (first) {
                update.moveFirst(from);
            } else if (after != null) {
                update.moveAfter(from, after);
            }
            if (!from.equals(to)) {
                update.renameColumn(from, to);
            }
            update.commit();
        });
    }

    private List<String> keys() throws SyntaxException {
        List<String> keys = new ArrayList<>();
        tokens.expect("(");
        do {
            keys.add(tokens.string());
        } while (tokens.take(","));
        tokens.expect(")");
        return keys;
    }

    private static void add(Table table, List<Types.NestedField> columns) {
        UpdateSchema update = table.updateSchema();
        columns.forEach(column -> update.addColumn(column.name(), column.type(), column.doc()));
        update.commit();
    }

    private static void set(Table table, Map<String, String> properties) {
        UpdateProperties update = table.updateProperties();
        properties.forEach(update::set);
        update.commit();
    }

    private static void unset(Table table, List<String> keys) {
        UpdateProperties update = table.updateProperties();
        keys.forEach(update::remove);
        update.commit();
    }
}

package io.millrace.local.gateway.athena;

import io.trino.sql.SqlFormatter;
import io.trino.sql.tree.CreateTableAsSelect;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Property;
import io.trino.sql.tree.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Athena's CREATE TABLE AS in the engine's words. Without {@code table_type = 'ICEBERG'} Athena makes a Hive table, in
 * {@code tables/} of the output location when none is given; here it is an Iceberg table at that place, whose files
 * clients find through the same manifest.
 */
final class TableFromQuery {
    /** What the engine has no property for and what changes nothing about the rows. */
    private static final Set<String> DROPPED =
            Set.of("table_type", "is_external", "write_compression", "parquet_compression", "orc_compression");

    private TableFromQuery() {}

    static String engineSql(CreateTableAsSelect statement, String defaultLocation) {
        List<Property> properties = new ArrayList<>();
        boolean placed = isIceberg(statement);
        for (Property property : statement.getProperties()) {
            String name = name(property);
            if (name.equals("external_location") || name.equals("location")) {
                properties.add(renamed(property, "location"));
                placed = true;
            } else if (name.equals("partitioned_by")) {
                properties.add(renamed(property, "partitioning"));
            } else if (!DROPPED.contains(name)) {
                properties.add(property);
            }
        }
        if (!placed) {
            properties.add(new Property(new Identifier("location"), new StringLiteral(defaultLocation)));
        }
        return SqlFormatter.formatSql(new CreateTableAsSelect(
                statement.getName(),
                statement.getQuery(),
                statement.isNotExists(),
                properties,
                statement.isWithData(),
                statement.getColumnAliases(),
                statement.getComment()));
    }

    /** A query for the files that the new table has. */
    static String filesSql(CreateTableAsSelect statement) {
        List<String> parts = new ArrayList<>();
        for (String part : statement.getName().getParts()) {
            parts.add('"' + part.replace("\"", "\"\"") + '"');
        }
        String table = parts.remove(parts.size() - 1);
        parts.add(table.substring(0, table.length() - 1) + "$files\"");
        return "SELECT file_path FROM " + String.join(".", parts);
    }

    private static boolean isIceberg(CreateTableAsSelect statement) {
        Optional<Property> type = statement.getProperties().stream()
                .filter(property -> name(property).equals("table_type"))
                .findFirst();
        return type.isPresent()
                && type.get().getNonDefaultValue() instanceof StringLiteral literal
                && literal.getValue().equalsIgnoreCase("ICEBERG");
    }

    private static String name(Property property) {
        return property.getName().getValue().toLowerCase(Locale.ROOT);
    }

    private static Property renamed(Property property, String name) {
        return new Property(new Identifier(name), property.getNonDefaultValue());
    }
}

package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineOutcome;
import io.millrace.local.gateway.engine.EngineType;
import io.millrace.local.gateway.engine.ResultSink;
import io.millrace.local.gateway.result.ResultColumn;
import io.trino.sql.ExpressionFormatter;
import io.trino.sql.SqlFormatter;
import io.trino.sql.tree.CreateTableAsSelect;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Property;
import io.trino.sql.tree.StringLiteral;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Athena's CREATE TABLE AS. Without {@code table_type = 'ICEBERG'} Athena makes a Hive table, in {@code tables/} of the
 * output location when none is given; here it is an Iceberg table at that place, whose files clients find through the
 * same manifest. What an Iceberg table cannot hold is stored as the nearest type that it can ({@code smallint} as
 * {@code integer}, {@code timestamp(3)} as {@code timestamp(6)}).
 */
record TableFromQuery(String sql, CreateTableAsSelect tree) implements Statement {
    /** What the engine has no property for and what changes nothing about the rows. */
    private static final Set<String> DROPPED = Set.of(
            "table_type",
            "is_external",
            "write_compression",
            "parquet_compression",
            "orc_compression",
            "field_delimiter",
            "bucketed_by",
            "bucket_count");

    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "CREATE_TABLE_AS_SELECT";
    }

    @Override
    public ResultKind result() {
        return ResultKind.TABLE;
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        Versions versions = Versions.in(tree, sql);
        CreateTableAsSelect create =
                versions.isEmpty() ? tree : (CreateTableAsSelect) Versions.parsed(versions.resolved(session));
        TableName table = session.complete(Versions.name(tree.getName()));
        String query = SqlFormatter.formatSql(create.getQuery());
        EngineOutcome outcome = session.run(
                "CREATE TABLE " + (tree.isNotExists() ? "IF NOT EXISTS " : "") + table.sql() + properties(session)
                        + " AS " + storable(query, session) + (tree.isWithData() ? "" : " WITH NO DATA"),
                Map.of(),
                sink);
        session.catalog().describe(table);
        return new Outcome(outcome.updateCount(), DataFiles.of(table, session));
    }

    /** The query, its columns cast where an Iceberg table cannot hold their types. */
    static String storable(String query, Session session) throws EngineException, IOException, InterruptedException {
        ColumnsOnly described = new ColumnsOnly();
        session.run("SELECT * FROM (" + query + ") LIMIT 0", Map.of(), described);
        List<String> columns = new ArrayList<>();
        boolean cast = false;
        for (ResultColumn column : described.columns()) {
            EngineType type = EngineType.of(column.type());
            String name = TableName.quoted(column.name());
            boolean fits = EngineType.of(type.storable()).spelled().equals(type.spelled());
            columns.add(fits ? name : "CAST(" + name + " AS " + type.storable() + ") AS " + name);
            cast |= !fits;
        }
        return cast ? "SELECT " + String.join(", ", columns) + " FROM (" + query + ")" : query;
    }

    private String properties(Session session) {
        List<Property> properties = new ArrayList<>();
        boolean placed = isIceberg();
        for (Property property : tree.getProperties()) {
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
            properties.add(new Property(new Identifier("location"), new StringLiteral(session.outputLocation())));
        }
        List<String> texts = properties.stream()
                .map(property ->
                        name(property) + " = " + ExpressionFormatter.formatExpression(property.getNonDefaultValue()))
                .toList();
        return texts.isEmpty() ? "" : " WITH (" + String.join(", ", texts) + ")";
    }

    private boolean isIceberg() {
        return tree.getProperties().stream()
                .anyMatch(property -> name(property).equals("table_type")
                        && property.getNonDefaultValue() instanceof StringLiteral literal
                        && literal.getValue().equalsIgnoreCase("ICEBERG"));
    }

    private static String name(Property property) {
        return property.getName().getValue().toLowerCase(Locale.ROOT);
    }

    private static Property renamed(Property property, String name) {
        return new Property(new Identifier(name), property.getNonDefaultValue());
    }
}

package io.millrace.local.gateway.statement;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Reads the types of Athena's Iceberg DDL: {@code map<string, struct<a: int>>}. */
final class TypeParser {
    private final Tokens tokens;
    private int nextId = 1;

    TypeParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A field id that no other field has; a table gives its own when it takes the type in. */
    int nextId() {
        return nextId++;
    }

    Type read() throws SyntaxException {
        String name = tokens.identifier();
        return switch (name) {
            case "boolean" -> Types.BooleanType.get();
            case "int", "integer" -> Types.IntegerType.get();
            case "bigint", "long" -> Types.LongType.get();
            case "float" -> Types.FloatType.get();
            case "double" -> Types.DoubleType.get();
            case "date" -> Types.DateType.get();
            case "time" -> Types.TimeType.get();
            case "string" -> Types.StringType.get();
            case "binary" -> Types.BinaryType.get();
            case "uuid" -> Types.UUIDType.get();
            case "timestamptz" -> Types.TimestampType.withZone();
            case "timestamp" ->
                tokens.take("WITH", "TIME", "ZONE")
                        ? Types.TimestampType.withZone()
                        : Types.TimestampType.withoutZone();
            case "decimal" -> decimal();
            case "array" -> array();
            case "map" -> map();
            case "struct" -> struct();
            case "tinyint", "smallint", "char", "varchar" ->
                throw new SyntaxException("Type " + name + " is not supported in Iceberg tables; use "
                        + (name.endsWith("char") ? "string" : "int"));
            default -> throw new SyntaxException("Type " + name + " is not known");
        };
    }

    private Type decimal() throws SyntaxException {
        tokens.expect("(");
        int precision = tokens.integer();
        int scale = tokens.take(",") ? tokens.integer() : 0;
        tokens.expect(")");
        return Types.DecimalType.of(precision, scale);
    }

    private Type array() throws SyntaxException {
        tokens.expect("<");
        int id = nextId();
        Type element = read();
        tokens.expect(">");
        return Types.ListType.ofOptional(id, element);
    }

    private Type map() throws SyntaxException {
        tokens.expect("<");
        int keyId = nextId();
        int valueId = nextId();
        Type key = read();
        tokens.expect(",");
        Type value = read();
        tokens.expect(">");
        return Types.MapType.ofOptional(keyId, valueId, key, value);
    }

    private Type struct() throws SyntaxException {
        List<Types.NestedField> fields = new ArrayList<>();
        tokens.expect("<");
        do {
            int id = nextId();
            String name = tokens.identifier();
            tokens.expect(":");
            fields.add(Types.NestedField.optional(id, name, read()));
        } while (tokens.take(","));
        tokens.expect(">");
        return Types.StructType.of(fields);
    }
}

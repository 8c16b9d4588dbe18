package io.millrace.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one property of a dataset: a field that events bring, or a column derived from one. */
final class PropertyReader {
    static final Pattern NAME = Pattern.compile("^[a-z][a-z0-9_]*$");

    private static final JsonFactory JSON = new JsonFactory();
    private static final String LOGICAL_TYPES = "string, boolean, integer, number, timestamp, date";
    private static final Pattern DECIMAL = Pattern.compile("^decimal\\((\\d{1,2}),(\\d{1,2})\\)$");
    private static final Pattern TRANSFORM = Pattern.compile("^(date|hour)\\(([a-z][a-z0-9_]*)\\)$");
    private static final Set<String> CUSTOM = Set.of(
            CustomProperties.ALIASES,
            CustomProperties.NORMALIZE,
            CustomProperties.DEFAULT,
            CustomProperties.DEFAULT_FROM,
            CustomProperties.CODES,
            CustomProperties.WARN,
            CustomProperties.MAX_AHEAD);

    private static final Map<ColumnType, String> PHYSICAL = Map.of(
            ColumnType.STRING, "string",
            ColumnType.BOOLEAN, "boolean",
            ColumnType.INT, "int",
            ColumnType.LONG, "long",
            ColumnType.DOUBLE, "double",
            ColumnType.TIMESTAMP, "timestamptz",
            ColumnType.DATE, "date");

    private PropertyReader() {}

    static boolean isDerived(Node property) {
        return property.find("transformLogic").isPresent();
    }

    static Field field(Node property) {
        JsonType type = jsonType(property);
        CustomProperties custom = CustomProperties.of(property, CUSTOM);
        Column column = column(property, type, WarnList.of(custom).lists(WarnList.REQUIRED));
        List<Normalization> normalize = NormalizationReader.read(custom, type, column.type());
        return new Field(
                column,
                type,
                classification(property),
                custom.find(CustomProperties.ALIASES).map(Node::texts).orElse(List.of()),
                normalize,
                DefaultReader.read(custom, column, type, normalize),
                RuleReader.read(property, type, custom),
                examples(property, type));
    }

    private static List<Object> examples(Node property, JsonType type) {
        List<Object> examples = new ArrayList<>();
        for (Node node : property.items("examples")) {
            node.scalar().ifPresent(examples::add);
            if (type == JsonType.OBJECT && !isObject(node.text())) {
                node.problem("is no JSON object: write it as '{\"plan\": \"pro\"}'");
            }
        }
        return examples;
    }

    /** Read by tokens: data binding would be loaded for this alone, and no function could start without it. */
    private static boolean isObject(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            boolean object = json.nextToken() == JsonToken.START_OBJECT;
            json.skipChildren();
            return object;
        } catch (IOException e) {
            return false; // a text is always there to be read: it is no JSON
        }
    }

    static DerivedColumn derived(Node property, List<Field> fields) {
        JsonType type = jsonType(property);
        CustomProperties.of(property, Set.of());
        String logic = property.text("transformLogic", "write date(field) or hour(field)");
        Matcher call = TRANSFORM.matcher(logic);
        boolean known = call.matches();
        DerivedColumn.Transform transform =
                known && call.group(1).equals("hour") ? DerivedColumn.Transform.HOUR : DerivedColumn.Transform.DATE;
        String source = known ? call.group(2) : "";
        if (fields.stream().noneMatch(field -> field.name().equals(source) && field.type() == ColumnType.TIMESTAMP)) {
            property.problem(
                    "transformLogic '" + logic + "' is not known: write date(f) or hour(f) of a timestamp property f");
        }
        JsonType result = transform == DerivedColumn.Transform.DATE ? JsonType.DATE : JsonType.INTEGER;
        if (type != result) {
            property.problem("transformLogic '" + logic + "' gives logicalType "
                    + result.name().toLowerCase(java.util.Locale.ROOT));
        }
        return new DerivedColumn(column(property, result, false), transform, source, classification(property));
    }

    private static JsonType jsonType(Node property) {
        String type = property.text("logicalType", "use one of " + LOGICAL_TYPES);
        return switch (type) {
            case "string" -> isJson(property) ? JsonType.OBJECT : JsonType.STRING;
            case "boolean" -> JsonType.BOOLEAN;
            case "integer" -> JsonType.INTEGER;
            case "number" -> JsonType.NUMBER;
            case "timestamp" -> JsonType.TIMESTAMP;
            case "date" -> JsonType.DATE;
            case "object", "array", "time" -> {
                property.problem("logicalType '" + type + "' has no column type: use string, and for a JSON object"
                        + " logicalTypeOptions {format: json}");
                yield JsonType.STRING;
            }
            default -> {
                property.problem("logicalType '" + type + "' is not known: use one of " + LOGICAL_TYPES);
                yield JsonType.STRING;
            }
        };
    }

    /** The column is a string; the event holds the object whose text it is. */
    private static boolean isJson(Node property) {
        return property.find("logicalTypeOptions")
                .flatMap(options -> options.find("format"))
                .map(format -> {
                    boolean json = format.text().equals("json");
                    if (!json) {
                        format.problem("'" + format.text() + "' is checked by nobody: use json, or a pattern");
                    }
                    return true;
                })
                .orElse(false);
    }

    private static Classification classification(Node property) {
        property.text("classification", "use one of public, internal, confidential, restricted");
        return property.find("classification")
                .map(node -> node.choice(Classification.class))
                .orElse(Classification.RESTRICTED);
    }

    private static Column column(Node property, JsonType type, boolean warns) {
        String name = property.text("name", "give the property a name");
        if (!NAME.matcher(name).matches()) {
            property.problem("name '" + name + "' does not match " + NAME);
        }
        String doc = property.text("description", "say what the value means");
        boolean required = property.flag("required") && !warns;
        Optional<Node> physical = property.find("physicalType");
        String physicalType = physical.map(Node::text).orElse("");
        Matcher decimal = DECIMAL.matcher(physicalType);
        if (type == JsonType.NUMBER && decimal.matches()) {
            int precision = Integer.parseInt(decimal.group(1));
            int scale = Integer.parseInt(decimal.group(2));
            if (precision < 1 || precision > 38 || scale > precision) {
                property.problem("physicalType '" + physicalType + "' has no such precision: at most decimal(38,38)");
                return Column.of(name, ColumnType.DOUBLE, required, doc);
            }
            return new Column(name, ColumnType.DECIMAL, precision, scale, required, doc);
        }
        ColumnType columnType = columnType(property, type);
        if (physical.isPresent() && !physicalType.equals(PHYSICAL.get(columnType))) {
            physical.get()
                    .problem("'" + physicalType + "' is not how this logicalType is stored: write "
                            + PHYSICAL.get(columnType) + " or leave it out");
        }
        return Column.of(name, columnType, required, doc);
    }

    private static ColumnType columnType(Node property, JsonType type) {
        Optional<Node> format = property.find("logicalTypeOptions").flatMap(options -> options.find("format"));
        String width = format.map(Node::text).orElse("");
        switch (type) {
            case INTEGER -> {
                if (!Set.of("", "i32", "i64").contains(width)) {
                    property.problem("integer format '" + width + "' has no column type: use i32 or i64");
                }
                return width.equals("i64") ? ColumnType.LONG : ColumnType.INT;
            }
            case NUMBER -> {
                if (!Set.of("", "f64").contains(width)) {
                    property.problem("number format '" + width
                            + "' has no column type: use f64, or physicalType decimal(precision,scale)");
                }
                return ColumnType.DOUBLE;
            }
            case BOOLEAN -> {
                return ColumnType.BOOLEAN;
            }
            case TIMESTAMP -> {
                return ColumnType.TIMESTAMP;
            }
            case DATE -> {
                return ColumnType.DATE;
            }
            case STRING, OBJECT -> {
                return ColumnType.STRING;
            }
        }
        throw new AssertionError(type);
    }
}

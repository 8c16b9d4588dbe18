package io.millrace.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the contract of a model says of its table's rows, with the words that contracts of events have for it. */
final class TableRulesReader {
    private static final Pattern COLUMN =
            Pattern.compile("[\\w./-]+\\.yaml#/schema/(\\w+)/properties/(\\w+)|(\\w+)\\.(\\w+)");

    private static final Set<String> CUSTOM = Set.of(CustomProperties.WARN, CustomProperties.CODES);
    private static final String SOURCES = "millrace.sources";
    private static final Set<String> METRICS = Set.of("invalidValues", "nullValues");

    private TableRulesReader() {}

    static TableRules read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        try {
            TableRules rules = rules(new Node(file, "", Yaml.parse(text), problems));
            if (problems.isEmpty()) {
                return rules;
            }
        } catch (Yaml.SyntaxException e) {
            problems.add(new Problem(file, e.line(), "", e.problem()));
        }
        throw new ContractException(List.copyOf(new LinkedHashSet<>(problems)));
    }

    private static TableRules rules(Node root) {
        Node team = root.find("team").orElse(root.named("team"));
        List<Node> objects = root.items("schema");
        Node table = (objects.isEmpty() ? root : objects.get(0)).named("schema");
        List<ColumnRules> columns = new ArrayList<>();
        List<String> primary = new ArrayList<>();
        List<UniqueKey> keys = new ArrayList<>();
        for (Node item : table.items("properties")) {
            String name = item.text("name", "give the property a name");
            Node property = item.named("schema.properties." + name);
            property.allowOnly(Standard.PROPERTY_KEYS);
            columns.add(column(property, name));
            if (property.flag("primaryKey")) {
                primary.add(name);
            }
            if (property.flag("unique")) {
                keys.add(new UniqueKey(List.of(name), Severity.QUARANTINE));
            }
        }
        if (!primary.isEmpty()) {
            keys.add(0, new UniqueKey(primary, Severity.QUARANTINE));
        }
        return new TableRules(
                table.text("physicalName", "name the table"),
                team.text("name", "name the team that owns the table"),
                SupportReader.read(root),
                columns,
                List.of(),
                keys,
                minRows(table),
                sources(table),
                freshness(root),
                "");
    }

    private static ColumnRules column(Node property, String name) {
        Optional<JsonType> type = type(property);
        CustomProperties custom = CustomProperties.of(property, CUSTOM);
        boolean warns = WarnList.of(custom).lists(WarnList.REQUIRED);
        BigDecimal maxNullPercent = null;
        for (Node check : property.items("quality")) {
            String metric = check.text("metric", "use invalidValues or nullValues");
            if (!METRICS.contains(metric)) {
                check.problem("metric '" + metric + "' is not known of a property: use invalidValues or nullValues");
            } else if (metric.equals("nullValues")) {
                maxNullPercent = maxPercent(check);
            }
        }
        return new ColumnRules(
                name,
                (property.flag("required") || property.flag("primaryKey")) && !warns,
                type.isEmpty() ? List.of() : RuleReader.read(property, type.get(), custom),
                maxNullPercent,
                property.items("relationships").stream()
                        .findFirst()
                        .map(TableRulesReader::reference)
                        .orElse(null));
    }

    /** Of a type whose values have rules; a model's table may hold others. */
    private static Optional<JsonType> type(Node property) {
        return switch (property.text("logicalType", "say what kind of value it is")) {
            case "string" -> Optional.of(JsonType.STRING);
            case "integer" -> Optional.of(JsonType.INTEGER);
            case "number" -> Optional.of(JsonType.NUMBER);
            case "timestamp" -> Optional.of(JsonType.TIMESTAMP);
            case "date" -> Optional.of(JsonType.DATE);
            default -> Optional.empty();
        };
    }

    private static BigDecimal maxPercent(Node check) {
        if (!check.text("unit", "use percent").equals("percent")) {
            check.problem("nullValues is understood in percent only: add unit: percent");
        }
        return number(check, "mustBeLessOrEqualTo");
    }

    private static BigDecimal number(Node check, String operator) {
        Optional<Object> value = check.find(operator).flatMap(Node::scalar);
        if (value.isPresent() && value.get() instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        check.problem("has no " + operator + ": give it a number");
        return BigDecimal.ZERO;
    }

    /** Of a column of the same contract by its short form, of another's by its file. */
    private static Reference reference(Node relationship) {
        String to = relationship.text("to", "write CONTRACT.yaml#/schema/TABLE/properties/COLUMN");
        Matcher column = COLUMN.matcher(to);
        if (!column.matches()) {
            relationship.problem(
                    "to '" + to + "' is no column of a table: write CONTRACT.yaml#/schema/TABLE/properties/COLUMN");
            return new Reference("", "");
        }
        return column.group(1) == null
                ? new Reference(column.group(3), column.group(4))
                : new Reference(column.group(1), column.group(2));
    }

    private static long minRows(Node table) {
        long rows = 0;
        for (Node check : table.items("quality")) {
            String metric = check.text("metric", "use rowCount");
            if (metric.equals("rowCount")) {
                rows = number(check, "mustBeGreaterOrEqualTo").longValue();
            } else {
                check.problem("metric '" + metric + "' is not known of a table: use rowCount");
            }
        }
        return rows;
    }

    private static List<String> sources(Node table) {
        for (Node custom : table.items("customProperties")) {
            if (custom.text("property", "give the custom property a name").equals(SOURCES)) {
                return custom.find("value").map(Node::texts).orElse(List.of());
            }
        }
        return List.of();
    }

    private static Duration freshness(Node root) {
        Duration freshness = null;
        for (Node item : root.items("slaProperties")) {
            if (item.text("property", "name the promise, as latency").equals("latency")) {
                freshness = ServiceLevelReader.latency(item);
            }
        }
        if (freshness == null) {
            root.problem("slaProperties has no latency: add {property: latency, value: 1, unit: h}");
            return Duration.ZERO;
        }
        return freshness;
    }
}

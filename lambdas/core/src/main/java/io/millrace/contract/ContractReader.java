package io.millrace.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one contract file, finding every problem in it. */
final class ContractReader {
    private static final Pattern VERSION = Pattern.compile("^\\d+\\.\\d+\\.\\d+$");
    private static final Set<String> CUSTOM = Set.of(
            CustomProperties.FORMAT,
            CustomProperties.PARTITION_KEY,
            CustomProperties.REQUIRE_ONE_OF,
            CustomProperties.SORTED_BY,
            CustomProperties.UNKNOWN_FIELDS,
            CustomProperties.CLOCK);

    private ContractReader() {}

    /** The contract, or empty with at least one problem added. */
    static Optional<Contract> read(String file, Yaml document, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        Contract contract = contract(new Node(file, "", document, found));
        problems.addAll(new LinkedHashSet<>(found)); // a place that is read twice is wrong once
        return found.isEmpty() ? Optional.of(contract) : Optional.empty();
    }

    private static Contract contract(Node root) {
        root.allowOnly(Standard.CONTRACT_KEYS);
        expect(root, "apiVersion", Standard.API_VERSION);
        expect(root, "kind", "DataContract");
        root.text("id", "give the contract a stable id, as its dataset's name");
        String status = root.text("status", "use draft, active, deprecated or retired");
        String version = root.text("version", "number it, as 1.0.0");
        if (!VERSION.matcher(version).matches()) {
            root.problem("version '" + version + "' is not major.minor.patch");
        }
        Node description = root.find("description").orElse(root.named("description"));
        String purpose = description.text("purpose", "say what the data is for");
        Node team = root.find("team").orElse(root.named("team"));
        String owner = team.text("name", "name the team that owns the data");

        List<Node> objects = root.items("schema");
        if (objects.size() != 1) {
            root.problem("schema has " + objects.size() + " objects: a contract is for exactly one dataset");
        }
        Node dataset = objects.isEmpty() ? root.named("schema") : objects.get(0).named("schema");
        if (!objects.isEmpty()) {
            dataset.allowOnly(Standard.OBJECT_KEYS);
        }
        String name = dataset.text("name", "name the dataset");
        String silver = dataset.text("physicalName", "name the table of typed events");
        for (String each : List.of(name, silver)) {
            if (!PropertyReader.NAME.matcher(each).matches()) {
                dataset.problem("name '" + each + "' does not match " + PropertyReader.NAME);
            }
        }

        List<Field> fields = new ArrayList<>();
        List<DerivedColumn> derived = new ArrayList<>();
        List<String> eventTimes = new ArrayList<>();
        for (Node item : dataset.items("properties")) {
            Node property = item.named(
                    "schema.properties." + item.find("name").map(Node::text).orElse("?"));
            property.allowOnly(Standard.PROPERTY_KEYS);
            if (PropertyReader.isDerived(property)) {
                derived.add(PropertyReader.derived(property, fields));
            } else {
                Field field = PropertyReader.field(property);
                fields.add(field);
                if (property.flag("partitioned")) {
                    eventTimes.add(field.name());
                }
            }
        }
        CustomProperties custom = CustomProperties.of(dataset, CUSTOM);
        Format format = custom.find(CustomProperties.FORMAT)
                .map(node -> node.choice(Format.class))
                .orElse(Format.JSON);
        if (format != Format.ROWS && eventTimes.size() != 1) {
            dataset.problem("has " + eventTimes.size() + " properties with partitioned: true: mark exactly the one that"
                    + " says when the event happened");
        }

        Contract contract = new Contract(
                name,
                version,
                root.text("domain", "name the business area, as the contract's folder"),
                purpose,
                owner,
                new About(
                        status,
                        optional(description, "usage"),
                        optional(description, "limitations"),
                        optional(dataset, "dataGranularityDescription"),
                        optional(team, "description")),
                fields,
                derived,
                custom.find(CustomProperties.REQUIRE_ONE_OF)
                        .map(node -> node.items().stream().map(Node::texts).toList())
                        .orElse(List.of()),
                custom.find(CustomProperties.PARTITION_KEY).map(Node::texts).orElse(List.of()),
                custom.find(CustomProperties.SORTED_BY).map(Node::texts).orElse(List.of()),
                eventTimes.isEmpty() ? "" : eventTimes.get(0),
                custom.find(CustomProperties.CLOCK)
                        .map(node -> node.choice(Clock.class))
                        .orElse(Clock.CLIENT),
                format,
                custom.find(CustomProperties.UNKNOWN_FIELDS)
                        .map(ContractReader::strict)
                        .orElse(false),
                ServiceLevelReader.read(root),
                SupportReader.read(root),
                silver);
        Coherence.check(contract, dataset);
        return contract;
    }

    private static void expect(Node root, String key, String value) {
        String text = root.text(key, "write " + value);
        if (!text.isEmpty() && !text.equals(value)) {
            root.problem(key + " '" + text + "' is not supported: write " + value);
        }
    }

    private static String optional(Node node, String key) {
        return node.find(key).map(Node::text).orElse("");
    }

    private static boolean strict(Node node) {
        String text = node.text();
        if (!Set.of("keep", "reject").contains(text)) {
            node.problem("'" + text + "' is not known: use keep or reject");
        }
        return text.equals("reject");
    }
}

package io.millrace.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code millrace.*} custom properties of a place in a contract; those of others are left alone. */
final class CustomProperties {
    static final String ALIASES = "millrace.aliases";
    static final String NORMALIZE = "millrace.normalize";
    static final String MAX_AHEAD = "millrace.maxAhead";
    static final String DEFAULT = "millrace.default";
    static final String DEFAULT_FROM = "millrace.defaultFrom";
    static final String CODES = "millrace.codes";
    static final String WARN = "millrace.warn";
    static final String CLOCK = "millrace.clock";
    static final String PARTITION_KEY = "millrace.partitionKey";
    static final String SORTED_BY = "millrace.sortedBy";
    static final String REQUIRE_ONE_OF = "millrace.requireOneOf";
    static final String FORMAT = "millrace.format";
    static final String UNKNOWN_FIELDS = "millrace.unknownFields";

    private static final String PREFIX = "millrace.";

    private final Map<String, Node> values = new HashMap<>();

    private CustomProperties() {}

    static CustomProperties of(Node owner, Set<String> known) {
        CustomProperties custom = new CustomProperties();
        for (Node item : owner.items("customProperties")) {
            String name = item.text("property", "give the custom property a name");
            Optional<Node> value = item.find("value");
            if (!name.startsWith(PREFIX)) {
                continue;
            }
            if (!known.contains(name)) {
                item.problem("'" + name + "' is not known here: "
                        + (known.isEmpty()
                                ? "no " + PREFIX + "* property has a meaning here"
                                : "use one of " + String.join(", ", new TreeSet<>(known))));
            } else if (value.isEmpty()) {
                item.problem("'" + name + "' has no value: give it one or leave it out");
            } else if (custom.values.put(name, value.get().named(owner.path() + "." + name)) != null) {
                item.problem("'" + name + "' is there twice: keep one");
            }
        }
        return custom;
    }

    Optional<Node> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}

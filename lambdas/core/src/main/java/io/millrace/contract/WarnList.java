package io.millrace.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of a property that only warn, by the names that answers show: {@code millrace.warn}. */
final class WarnList {
    static final String REQUIRED = "required";
    static final String RANGE = "range";
    static final String LENGTH = "length";
    static final String PATTERN = "pattern";
    static final String ALLOWED_VALUES = "allowed_values";

    private final @Nullable Node node;
    private final Set<String> names;
    private final Set<String> rules = new TreeSet<>();

    private WarnList(@Nullable Node node, List<String> names) {
        this.node = node;
        this.names = new HashSet<>(names);
    }

    static WarnList of(CustomProperties custom) {
        Optional<Node> node = custom.find(CustomProperties.WARN);
        return new WarnList(node.orElse(null), node.map(Node::texts).orElse(List.of()));
    }

    boolean lists(String rule) {
        return names.contains(rule);
    }

    /** The severity of a rule that the property has. */
    Severity severity(String rule) {
        rules.add(rule);
        return names.contains(rule) ? Severity.WARN : Severity.QUARANTINE;
    }

    /** To be called after the last rule: what is listed and no rule is most often misspelt. */
    void reportUnknown() {
        for (String name : names) {
            if (node != null && !rules.contains(name)) {
                node.problem("'" + name + "' is no rule of this property: "
                        + (rules.isEmpty() ? "it has none that could warn" : "use one of " + String.join(", ", rules)));
            }
        }
    }
}

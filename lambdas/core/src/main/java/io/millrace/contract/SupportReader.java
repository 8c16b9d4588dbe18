package io.millrace.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the first {@code support} whose tool is {@code slack}, and the first authoritative definition of type runbook. */
final class SupportReader {
    private SupportReader() {}

    static Support read(Node contract) {
        return new Support(
                first(contract.items("support"), "tool", "slack", "channel"),
                first(contract.items("authoritativeDefinitions"), "type", "runbook", "url"));
    }

    private static @Nullable String first(List<Node> items, String key, String value, String wanted) {
        Optional<String> found = items.stream()
                .filter(item ->
                        item.find(key).map(Node::text).filter(value::equals).isPresent())
                .findFirst()
                .map(item -> item.text(wanted, "name it, or leave the entry out"));
        return found.filter(text -> !text.isEmpty()).orElse(null);
    }
}

package io.millrace.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place in a contract file. What is wrong there goes to the list of problems, and reading goes on with a value that
 * stands for it, so that one run finds them all; a contract with problems is never used.
 */
record Node(String file, String path, Yaml yaml, List<Problem> problems) {

    void problem(String message) {
        problems.add(new Problem(file, yaml.line(), path, message));
    }

    private void problemAt(String key, String message) {
        problems.add(new Problem(file, yaml.line(), join(key), message));
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The same place under a better name, as the name of a property instead of its number. */
    Node named(String betterPath) {
        return new Node(file, betterPath, yaml, problems);
    }

    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (yaml instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((key, value) -> entries.put(key, new Node(file, join(key), value, problems)));
        } else {
            problem("must be a mapping of keys to values");
        }
        return entries;
    }

    /** The value under a key; empty when absent or null. */
    Optional<Node> find(String key) {
        return yaml instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                        .filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.value() == null))
                        .map(value -> new Node(file, join(key), value, problems))
                : Optional.empty();
    }

    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (yaml instanceof Yaml.Sequence sequence) {
            for (Yaml item : sequence.items()) {
                items.add(new Node(file, path + "[" + items.size() + "]", item, problems));
            }
        } else {
            problem("must be a list");
        }
        return items;
    }

    List<Node> items(String key) {
        return find(key).map(Node::items).orElse(List.of());
    }

    String text() {
        if (yaml instanceof Yaml.Scalar scalar && scalar.value() instanceof String text) {
            return text;
        }
        problem("must be a text: put it in quotes");
        return "";
    }

    /** A text, a number or a boolean; empty with a problem for anything else. */
    Optional<Object> scalar() {
        if (yaml instanceof Yaml.Scalar scalar && scalar.value() != null) {
            return Optional.of(scalar.value());
        }
        problem("must be a text, a number, true or false");
        return Optional.empty();
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** The text under a key that must be there. */
    String text(String key, String wayOut) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            problemAt(key, "is missing: " + wayOut);
            return "";
        }
        return node.get().text();
    }

    boolean flag(String key) {
        return find(key).map(Node::flag).orElse(false);
    }

    private boolean flag() {
        if (yaml instanceof Yaml.Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        problem("must be true or false");
        return false;
    }

    /** The whole number, from 0, under a key that must be there. */
    int count(String key) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            problemAt(key, "is missing: give a whole number");
            return 0;
        }
        return node.get().count();
    }

    /** A whole number from 0. */
    int count() {
        if (yaml instanceof Yaml.Scalar scalar && scalar.value() instanceof Integer number && number >= 0) {
            return number;
        }
        problem("must be a whole number from 0");
        return 0;
    }

    /** One of an enum's constants, written in lower case. */
    <E extends Enum<E>> E choice(Class<E> type) {
        String text = text();
        Set<String> known = new TreeSet<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
                return constant;
            }
            known.add(word);
        }
        problem("'" + text + "' is not known: use one of " + String.join(", ", known));
        return type.getEnumConstants()[0];
    }

    /** Reports keys that nobody would read, which are most often misspelt. */
    void allowOnly(Set<String> known) {
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                value.problem("is not known here: use one of " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }
}

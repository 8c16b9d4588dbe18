package io.millrace.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the parts of a contract. */
final class Coherence {
    private Coherence() {}

    static void check(Contract contract, Node dataset) {
        names(contract, dataset);
        if (contract.format() != Format.ROWS) {
            eventId(contract, dataset);
            eventTime(contract, dataset);
        }
        for (List<String> group : contract.requireOneOf()) {
            known(contract, group, dataset, CustomProperties.REQUIRE_ONE_OF);
        }
        if (contract.format() == Format.CDC) {
            changeFields(contract, dataset);
        } else if (contract.format() == Format.ROWS) {
            landedRows(contract, dataset);
        } else {
            partitionKey(contract, dataset);
        }
        sortedBy(contract, dataset);
        defaults(contract, dataset);
    }

    private static void names(Contract contract, Node dataset) {
        Set<String> columns = new HashSet<>();
        contract.fields().forEach(field -> addOnce(columns, field.name(), dataset));
        Set<String> incoming = new HashSet<>(columns);
        contract.derived().forEach(derived -> addOnce(columns, derived.column().name(), dataset));
        contract.fields().forEach(field -> field.aliases().forEach(alias -> addOnce(incoming, alias, dataset)));
    }

    private static void addOnce(Set<String> names, String name, Node dataset) {
        if (!names.add(name)) {
            dataset.problem("the name '" + name + "' stands for two properties: rename one");
        }
    }

    private static void eventId(Contract contract, Node dataset) {
        Optional<Field> id = contract.field("event_id");
        if (id.isEmpty() || !id.get().required() || id.get().jsonType() != JsonType.STRING) {
            dataset.problem("has no property event_id of logicalType string and required: true: each event needs one");
        }
    }

    private static void eventTime(Contract contract, Node dataset) {
        Optional<Field> time = contract.field(contract.eventTime());
        if (time.isPresent() && (!time.get().required() || time.get().jsonType() != JsonType.TIMESTAMP)) {
            dataset.problem("the partitioned property '" + contract.eventTime()
                    + "' must be of logicalType timestamp and required: true");
        }
    }

    /** A decoder fills the fields of a change, so there is nothing that a contract could ask of them. */
    private static void changeFields(Contract contract, Node dataset) {
        String format = CustomProperties.FORMAT + " cdc";
        for (Field field : contract.fields()) {
            Optional<ChangeField> change = ChangeField.find(field.name());
            if (change.isEmpty() || change.get().type() != field.jsonType()) {
                dataset.problem("property '" + field.name() + "' is not what a change record has under " + format
                        + ": use the names and types of docs/concepts/cdc.md");
            } else if (!field.aliases().isEmpty()
                    || !field.normalize().isEmpty()
                    || !field.rules().isEmpty()
                    || field.ifAbsent() != null) {
                dataset.problem("property '" + field.name() + "' has aliases, steps, rules or a default, which "
                        + format + " does not apply: leave them out");
            }
        }
        if (!contract.partitionKey().isEmpty() || !contract.requireOneOf().isEmpty() || contract.strict()) {
            dataset.problem(format + " keeps changes of one key in order and takes every record as it is: leave out "
                    + CustomProperties.PARTITION_KEY + ", " + CustomProperties.REQUIRE_ONE_OF + " and "
                    + CustomProperties.UNKNOWN_FIELDS);
        }
    }

    private static void landedRows(Contract contract, Node dataset) {
        if (!contract.partitionKey().isEmpty() || !contract.eventTime().isEmpty()) {
            dataset.problem("a dataset of " + CustomProperties.FORMAT
                    + " rows never goes over the stream, and its tables are not partitioned: leave out "
                    + CustomProperties.PARTITION_KEY + " and partitioned: true");
        }
    }

    private static void partitionKey(Contract contract, Node dataset) {
        List<String> key = contract.partitionKey();
        if (key.isEmpty()) {
            dataset.problem("has no " + CustomProperties.PARTITION_KEY
                    + ": list the fields whose first present value keeps events in order");
            return;
        }
        known(contract, key, dataset, CustomProperties.PARTITION_KEY);
        boolean always = key.stream()
                        .anyMatch(name ->
                                contract.field(name).map(Field::required).orElse(false))
                || contract.requireOneOf().stream().anyMatch(key::containsAll);
        if (!always) {
            dataset.problem(
                    CustomProperties.PARTITION_KEY + " " + key + " may be absent: add a required field, or all of a "
                            + CustomProperties.REQUIRE_ONE_OF + " group");
        }
    }

    private static void sortedBy(Contract contract, Node dataset) {
        Set<String> columns = new HashSet<>();
        contract.fields().forEach(field -> columns.add(field.name()));
        contract.derived().forEach(derived -> columns.add(derived.column().name()));
        for (String name : contract.sortedBy()) {
            if (!columns.contains(name)) {
                dataset.problem(CustomProperties.SORTED_BY + " names '" + name + "', which is no property");
            }
        }
    }

    private static void defaults(Contract contract, Node dataset) {
        for (Field field : contract.fields()) {
            if (field.ifAbsent() instanceof Default.OtherField other) {
                boolean fits = contract.field(other.name())
                        .filter(source -> source.jsonType() == field.jsonType()
                                && source.type() == field.type()
                                && source.column().precision() == field.column().precision()
                                && source.column().scale() == field.column().scale()
                                && !(source.ifAbsent() instanceof Default.OtherField))
                        .isPresent();
                if (!fits) {
                    dataset.problem(CustomProperties.DEFAULT_FROM + " of '" + field.name() + "' names '" + other.name()
                            + "': name a property of the same type that has no " + CustomProperties.DEFAULT_FROM
                            + " itself");
                }
            }
        }
    }

    private static void known(Contract contract, List<String> names, Node dataset, String where) {
        for (String name : names) {
            Optional<Field> field = contract.field(name);
            if (field.isEmpty() || field.get().jsonType() != JsonType.STRING) {
                dataset.problem(where + " names '" + name + "', which is no property of logicalType string");
            }
        }
    }
}

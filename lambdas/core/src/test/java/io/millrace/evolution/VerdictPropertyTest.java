package io.millrace.evolution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.ContractText;
import io.millrace.contract.Contracts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.EventChecker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is called compatible is: events that one contract takes, the other takes too, with the same values. */
class VerdictPropertyTest {
    private static final int PAIRS = 1_500;
    private static final int EVENTS = 60;
    private static final Arrival ARRIVAL = Arrival.of(Instant.parse("2026-03-01T12:00:00Z"), "shop");

    private static final String DATASET = """
            properties:
              - {name: event_id, logicalType: string, required: true, description: Id., classification: internal}
              - {name: at, logicalType: timestamp, required: true, partitioned: true, description: When., classification: internal}
              - name: sender
                logicalType: string
                required: true
                description: Who sends.
                classification: internal
                logicalTypeOptions: {$shortest$longest$pattern}
                customProperties: [$aliases$normalize]
              - {name: receiver, logicalType: string, description: Who gets., classification: internal$absent}
              - {name: pieces, logicalType: integer, description: How many., classification: public, logicalTypeOptions: {$format$least$most}}
              - {name: weight, logicalType: number, physicalType: "$decimal", description: Kilograms., classification: public$round}
              - {name: size, logicalType: string, description: How big., classification: public$values}
              - {name: seen, logicalType: timestamp, description: Seen., classification: public$earliest}
            $notecustomProperties:
              - {property: millrace.partitionKey, value: [sender]}
            $one  - {property: millrace.unknownFields, value: $unknown}
            """;

    /** What each place of it may hold. */
    private static final Map<String, List<String>> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put("$shortest", List.of("", "minLength: 1, ", "minLength: 3, "));
        CHOICES.put("$longest", List.of("", "maxLength: 4, ", "maxLength: 5, "));
        CHOICES.put("$pattern", List.of("", "pattern: \"^s\"", "pattern: \"p$\""));
        CHOICES.put("$aliases", List.of("", alias("from"), alias("from, origin"), alias("origin, from")));
        CHOICES.put("$normalize", List.of("", normalize("trim"), normalize("trim, lower"), normalize("upper")));
        CHOICES.put(
                "$absent",
                List.of("", ", required: true", ", customProperties: [{property: millrace.default, value: nobody}]"));
        CHOICES.put("$format", List.of("", "format: i32, ", "format: i64, "));
        CHOICES.put("$least", List.of("", "minimum: 1, ", "exclusiveMinimum: 1, ", "minimum: -2, "));
        CHOICES.put("$most", List.of("", "maximum: 3", "exclusiveMaximum: 3", "maximum: 5000000000"));
        CHOICES.put("$decimal", List.of("decimal(3,1)", "decimal(5,1)", "decimal(5,2)"));
        CHOICES.put("$round", List.of("", ", customProperties: [{property: millrace.normalize, value: [round]}]"));
        CHOICES.put(
                "$values", List.of("", values("S, M", "error"), values("S, M, L", "error"), values("S", "warning")));
        CHOICES.put("$earliest", List.of("", earliest("2020-01-01"), earliest("2024-01-01")));
        CHOICES.put("$note", List.of("", note(""), note(", required: true")));
        CHOICES.put("$one", List.of("", one("[receiver, size]"), one("[receiver, size], [receiver, sender]")));
        CHOICES.put("$unknown", List.of("keep", "reject"));
    }

    /** What a member of an event may be, by its name. */
    private static final Map<String, List<String>> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("sender", List.of("\"s\"", "\"shop\"", "\" Ship\"", "\"post\"", "\"\"", "null", "\"shops\""));
        MEMBERS.put("from", List.of("\"stop\"", "\"x\""));
        MEMBERS.put("origin", List.of("\"step\""));
        MEMBERS.put("receiver", List.of("\"ann\"", "null"));
        MEMBERS.put("pieces", List.of("1", "2", "3", "-1", "4000000000"));
        MEMBERS.put("weight", List.of("1.5", "12.34", "999.9", "\"20.1\""));
        MEMBERS.put("size", List.of("\"S\"", "\"M\"", "\"L\"", "\"XL\""));
        MEMBERS.put(
                "seen", List.of("\"2019-06-01T00:00:00Z\"", "\"2023-06-01T00:00:00Z\"", "\"2025-06-01T00:00:00Z\""));
        MEMBERS.put("note", List.of("\"n\""));
        MEMBERS.put("other", List.of("1"));
    }

    @Test
    void compatible_contracts_take_what_was_taken_before_with_the_same_values() {
        Random random = new Random(4);
        int compatible = 0;
        int breaking = 0;
        int shown = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            Map<String, String> choice = new LinkedHashMap<>();
            CHOICES.forEach((place, values) -> choice.put(place, pick(random, values)));
            Contract before = contract(choice);
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                String place = pick(random, List.copyOf(CHOICES.keySet()));
                choice.put(place, pick(random, CHOICES.getOrDefault(place, List.of())));
            }
            Contract after = contract(choice);
            Optional<ContractChange> change = Comparison.of(before, after);
            boolean breaks = change.isPresent() && !change.get().weight().compatible();
            Optional<String> witness = witness(before, after, random);
            compatible += breaks ? 0 : 1;
            breaking += breaks ? 1 : 0;
            shown += breaks && witness.isPresent() ? 1 : 0;
            if (!breaks) {
                assertThat(witness).as("pair %s, %s", pair, change).isEmpty();
            }
        }
        assertThat(compatible).isGreaterThan(PAIRS / 4);
        assertThat(shown).as("breaks with an event that shows it").isGreaterThan(breaking / 3);
    }

    /** An event that {@code before} takes and {@code after} does not, or takes for something else. */
    private static Optional<String> witness(Contract before, Contract after, Random random) {
        EventChecker old = new EventChecker(before);
        EventChecker next = new EventChecker(after);
        for (int i = 0; i < EVENTS; i++) {
            String event = event(before, random);
            byte[] bytes = event.getBytes(UTF_8);
            if (old.check(bytes, 0, bytes.length, ARRIVAL) instanceof Accepted taken
                    && !(next.check(bytes, 0, bytes.length, ARRIVAL) instanceof Accepted again
                            && same(before, taken, after, again))) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Contract before, Accepted taken, Contract after, Accepted again) {
        for (int i = 0; i < before.fields().size(); i++) {
            String name = before.fields().get(i).name();
            for (int j = 0; j < after.fields().size(); j++) {
                if (after.fields().get(j).name().equals(name) && !same(taken.values()[i], again.values()[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean same(@Nullable Object old, @Nullable Object next) {
        if (old instanceof Number && next instanceof Number) {
            return new BigDecimal(old.toString()).compareTo(new BigDecimal(next.toString())) == 0;
        }
        return old == null ? next == null : old.equals(next);
    }

    /** Only with names that the contract gives a meaning, and one that nobody does. */
    private static String event(Contract contract, Random random) {
        List<String> members = new ArrayList<>(List.of("\"event_id\":\"e\"", "\"at\":\"2026-03-01T11:00:00Z\""));
        MEMBERS.forEach((name, values) -> {
            boolean known = name.equals("other")
                    || contract.fields().stream()
                            .anyMatch(field ->
                                    field.name().equals(name) || field.aliases().contains(name));
            boolean there = random.nextInt(name.equals("other") ? 8 : 4) > (name.equals("other") ? 6 : 0);
            if (known && there) {
                members.add("\"" + name + "\":" + pick(random, values));
            }
        });
        return "{" + String.join(",", members) + "}";
    }

    private static Contract contract(Map<String, String> choice) {
        String yaml = DATASET;
        for (Map.Entry<String, String> each : choice.entrySet()) {
            yaml = yaml.replace(each.getKey(), each.getValue());
        }
        yaml = yaml.replace(", }", "}").replace(", ]", "]");
        return Contracts.of(
                        "test",
                        Map.of("post/parcels.yaml", ContractText.of("post", "parcels", "What is on its way.", yaml)))
                .find("parcels")
                .orElseThrow();
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String alias(String names) {
        return "{property: millrace.aliases, value: [" + names + "]}, ";
    }

    private static String normalize(String steps) {
        return "{property: millrace.normalize, value: [" + steps + "]}, ";
    }

    private static String values(String values, String severity) {
        return ", quality: [{metric: invalidValues, severity: " + severity + ", arguments: {validValues: [" + values
                + "]}, mustBe: 0}]";
    }

    private static String earliest(String day) {
        return ", logicalTypeOptions: {minimum: \"" + day + "T00:00:00Z\"}";
    }

    private static String note(String more) {
        return "  - {name: note, logicalType: string, description: A note., classification: public" + more + "}\n";
    }

    private static String one(String groups) {
        return "  - {property: millrace.requireOneOf, value: [" + groups + "]}\n";
    }
}

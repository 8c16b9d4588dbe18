package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import io.millrace.event.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every way to break a contract, read off the contract itself: a new rule of it gets broken events without more ado. */
final class Defects {

    private static final String EVENT_ID = "event_id";

    private Defects() {}

    static List<Defect> of(Contract contract) {
        List<Defect> defects = new ArrayList<>(Damage.ofBytes());
        for (Field field : contract.fields()) {
            defects.add(Defect.of(Rules.TYPE, wrongType(field)));
            if (field.required() && field.ifAbsent() == null && !field.name().equals(EVENT_ID)) {
                defects.add(Defect.of(Rules.REQUIRED, event -> event.remove(field.name())));
                defects.add(Defect.of(Rules.REQUIRED, event -> event.putNull(field.name())));
            }
            field.rules().stream()
                    .filter(rule -> rule.severity() == Severity.QUARANTINE)
                    .flatMap(rule -> breaks(field.name(), rule))
                    .forEach(defects::add);
        }
        for (List<String> group : contract.requireOneOf()) {
            defects.add(Defect.of(Rules.REQUIRE_ONE_OF, event -> event.remove(group)));
        }
        return List.copyOf(defects);
    }

    private static Consumer<ObjectNode> wrongType(Field field) {
        return switch (field.jsonType()) {
            case STRING -> event -> event.put(field.name(), 4711);
            case OBJECT -> event -> event.putArray(field.name()).add("a list");
            case TIMESTAMP -> event -> event.put(field.name(), "the day before yesterday");
            case DATE -> event -> event.put(field.name(), "2026-02-30");
            case BOOLEAN, INTEGER, NUMBER -> event -> event.put(field.name(), "quite a lot");
        };
    }

    private static Stream<Defect> breaks(String name, FieldRule rule) {
        if (rule instanceof FieldRule.Length length) {
            Integer max = length.max();
            return max == null
                    ? Stream.empty()
                    : Stream.of(Defect.of(Rules.LENGTH, event -> event.put(name, "x".repeat(max + 1))));
        }
        if (rule instanceof FieldRule.Matches matches) {
            return Stream.of("12", "?", "nobody in particular")
                    .filter(text -> !matches.pattern().matcher(text).find())
                    .limit(1)
                    .map(text -> Defect.of(Rules.PATTERN, event -> event.put(name, text)));
        }
        if (rule instanceof FieldRule.NumberRange range) {
            return range(name, range);
        }
        if (rule instanceof FieldRule.TimeRange range) {
            return time(name, range);
        }
        if (rule instanceof FieldRule.OneOf) {
            return Stream.of(Defect.of(Rules.ALLOWED_VALUES, event -> event.put(name, "none of these")));
        }
        return Stream.empty();
    }

    private static Stream<Defect> range(String name, FieldRule.NumberRange range) {
        List<Defect> defects = new ArrayList<>();
        BigDecimal min = range.min();
        BigDecimal max = range.max();
        if (min != null) {
            BigDecimal low = range.minExclusive() ? min : min.subtract(BigDecimal.ONE);
            defects.add(Defect.of(Rules.RANGE, event -> event.put(name, low)));
        }
        if (max != null) {
            BigDecimal high = range.maxExclusive() ? max : max.add(BigDecimal.ONE);
            defects.add(Defect.of(Rules.RANGE, event -> event.put(name, high)));
        }
        return defects.stream();
    }

    /** Far ahead and long ago, whatever start was chosen. */
    private static Stream<Defect> time(String name, FieldRule.TimeRange range) {
        List<Defect> defects = new ArrayList<>();
        if (range.notBefore() != null) {
            defects.add(Defect.of(Rules.RANGE, event -> event.put(name, "1969-02-13T23:31:30.000Z")));
        }
        if (range.maxAhead() != null) {
            defects.add(Defect.of(Rules.RANGE, event -> event.put(name, "2999-12-31T23:59:59.000Z")));
        }
        return defects.stream();
    }
}

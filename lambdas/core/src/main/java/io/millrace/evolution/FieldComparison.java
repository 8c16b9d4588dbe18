package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Classification;
import io.millrace.contract.Column;
import io.millrace.contract.Default;
import io.millrace.contract.Field;
import io.millrace.contract.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field in two contracts. */
final class FieldComparison {
    /** They make values valid that were not, and leave those alone that were. */
    private static final Set<Normalization> ADMITTING = Set.of(Normalization.START_OF_DAY, Normalization.ROUND);

    private final Field before;
    private final Field after;
    private final Differences differences;

    FieldComparison(Field before, Field after, Differences differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    void run() {
        String name = before.name();
        boolean comparable = TypeComparison.compare(before, after, differences);
        if (before.required() != after.required()) {
            if (after.required()) {
                differences.tighter(name, "is now required");
            } else {
                differences.looser(name, "is no longer required");
            }
        }
        aliases();
        normalization();
        if (!Objects.equals(before.ifAbsent(), after.ifAbsent())) {
            differences.rule(
                    Weight.MAJOR,
                    name + ".millrace.default",
                    words(before.ifAbsent()) + " -> " + words(after.ifAbsent()),
                    "new rows would hold another value than old ones where an event brings none");
        }
        if (comparable) {
            RuleComparison.compare(before, after, differences);
        }
        classification(name, before.classification(), after.classification(), differences);
        description(before.column(), after.column(), differences);
    }

    private void normalization() {
        String place = before.name() + ".millrace.normalize";
        String change = before.normalize() + " -> " + after.normalize();
        if (!rewriting(before).equals(rewriting(after))) {
            differences.rule(
                    Weight.MAJOR, place, change, "new rows would hold other texts than old ones for the same value");
        } else if (!after.normalize().containsAll(before.normalize())) {
            differences.tighter(place, change);
        } else if (!before.normalize().containsAll(after.normalize())) {
            differences.looser(place, change);
        }
    }

    /** The steps that change a value which would be valid without them. */
    private static List<Normalization> rewriting(Field field) {
        return field.normalize().stream()
                .filter(step -> !ADMITTING.contains(step))
                .toList();
    }

    private static String words(@Nullable Default value) {
        if (value instanceof Default.Text text) {
            return "'" + text.value() + "'";
        }
        return value instanceof Default.OtherField other ? "that of " + other.name() : "none";
    }

    private void aliases() {
        List<String> gone = new ArrayList<>(before.aliases());
        gone.removeAll(after.aliases());
        List<String> added = new ArrayList<>(after.aliases());
        added.removeAll(before.aliases());
        String place = before.name() + ".millrace.aliases";
        if (!gone.isEmpty()) {
            differences.tighter(place, "no longer " + String.join(", ", gone));
        } else if (!after.aliases().subList(0, before.aliases().size()).equals(before.aliases())) {
            differences.rule(
                    Weight.MAJOR,
                    place,
                    before.aliases() + " -> " + after.aliases(),
                    "where an event has several, another one would count: add new ones at the end");
        } else if (!added.isEmpty()) {
            differences.looser(place, "also " + String.join(", ", added));
        }
    }

    /** More guarding is always allowed; less needs somebody who means it. */
    static void classification(String name, Classification old, Classification next, Differences differences) {
        int more = next.compareTo(old);
        if (more != 0) {
            differences.column(
                    more > 0 ? Weight.MINOR : Weight.MAJOR,
                    name + ".classification",
                    words(old) + " -> " + words(next),
                    more > 0 ? "values are guarded more" : "values that were guarded would be open to more people",
                    NO_TABLE_CHANGE);
        }
    }

    static void description(Column old, Column next, Differences differences) {
        if (!old.doc().equals(next.doc())) {
            differences.column(
                    Weight.PATCH,
                    old.name() + ".description",
                    "another text",
                    "only people read it",
                    "describe " + old.name());
        }
    }

    private static String words(Classification classification) {
        return classification.name().toLowerCase(Locale.ROOT);
    }
}

package io.millrace.evolution;

import io.millrace.contract.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of one field in two contracts: tighter if a value that was valid could be rejected. */
final class RuleComparison {
    private final String field;
    private final Differences differences;

    private RuleComparison(String field, Differences differences) {
        this.field = field;
        this.differences = differences;
    }

    static void compare(Field before, Field after, Differences differences) {
        RuleSet old = new RuleSet(before);
        RuleSet next = new RuleSet(after);
        String field = before.name();
        RuleComparison comparison = new RuleComparison(field, differences);
        comparison.bounds(old, next);
        comparison.patterns(old.patterns(), next.patterns());
        comparison.allowed(old.allowed(), next.allowed());
        if (!old.warnings().equals(next.warnings())) {
            differences.looser(field + ".warnings", "other things are warned of");
        }
    }

    private void bounds(RuleSet before, RuleSet after) {
        Map<String, Bound> either = new TreeMap<>(after.bounds());
        either.putAll(before.bounds());
        either.forEach((name, any) -> {
            Bound open = Bound.open(name, any.side());
            Bound old = before.bounds().getOrDefault(name, open);
            Bound next = after.bounds().getOrDefault(name, open);
            int tightens = old.tightens(next);
            if (tightens > 0) {
                differences.tighter(field + "." + name, old + " -> " + next);
            } else if (tightens < 0) {
                differences.looser(field + "." + name, old + " -> " + next);
            }
        });
    }

    /** Whether one pattern matches all that another does cannot be told in general. */
    private void patterns(Set<String> before, Set<String> after) {
        String place = field + ".pattern";
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        if (!added.isEmpty() && !gone.isEmpty()) {
            differences.rule(
                    Weight.MAJOR,
                    place,
                    text(gone) + " -> " + text(added),
                    "nobody can tell in general whether every text that matched still does");
        } else if (!added.isEmpty()) {
            differences.tighter(place, "none -> " + text(added));
        } else if (!gone.isEmpty()) {
            differences.looser(place, text(gone) + " -> none");
        }
    }

    private void allowed(@Nullable Set<String> before, @Nullable Set<String> after) {
        String place = field + ".validValues";
        if (after == null) {
            if (before != null) {
                differences.looser(place, "any value, no longer only " + before);
            }
            return;
        }
        if (before == null) {
            differences.tighter(place, "only " + after);
            return;
        }
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        if (!gone.isEmpty()) {
            differences.tighter(place, "no longer " + String.join(", ", gone));
        }
        if (!added.isEmpty()) {
            differences.looser(place, "also " + String.join(", ", added));
        }
    }

    private static String text(Set<String> patterns) {
        return String.join(" and ", patterns);
    }
}

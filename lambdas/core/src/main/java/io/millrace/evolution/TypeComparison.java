package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Column;
import io.millrace.contract.ColumnType;
import io.millrace.contract.Field;
import io.millrace.contract.JsonType;

/** The type of one field in two contracts: what senders write and what the column holds. */
final class TypeComparison {
    private TypeComparison() {}

    /** Adds what differs, and says whether the rules of both speak of the same kind of value. */
    static boolean compare(Field before, Field after, Differences differences) {
        Column old = before.column();
        Column next = after.column();
        String change = words(before) + " -> " + words(after);
        if (before.jsonType() != after.jsonType()) {
            differences.column(
                    Weight.MAJOR,
                    before.name(),
                    change,
                    "senders' values would be of the wrong type: add another field",
                    old.type() == next.type() ? NO_TABLE_CHANGE : "impossible: add another column");
            return false;
        }
        if (old.typeName().equals(next.typeName())) {
            return true;
        }
        if (widens(old, next)) {
            differences.column(
                    Weight.MINOR,
                    before.name(),
                    change,
                    "the wider type holds every value that the old one did",
                    "widen " + before.name() + " to " + next.typeName());
        } else if (widens(next, old)) {
            differences.column(
                    Weight.MAJOR,
                    before.name(),
                    change,
                    "the narrower type does not hold every value that was valid",
                    NO_TABLE_CHANGE + " (a column never becomes narrower)");
        } else {
            differences.column(
                    Weight.MAJOR,
                    before.name(),
                    change,
                    "no type holds the values of both: add another field",
                    "impossible: add another column");
        }
        return true;
    }

    private static boolean widens(Column from, Column to) {
        if (from.type() == ColumnType.DECIMAL && to.type() == ColumnType.DECIMAL) {
            return from.scale() == to.scale() && from.precision() < to.precision();
        }
        return from.type() == ColumnType.INT && to.type() == ColumnType.LONG;
    }

    private static String words(Field field) {
        return field.jsonType() == JsonType.OBJECT ? "object" : field.column().typeName();
    }
}

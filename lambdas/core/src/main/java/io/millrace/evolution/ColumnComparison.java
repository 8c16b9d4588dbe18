package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Column;
import io.millrace.contract.Contract;
import io.millrace.contract.DerivedColumn;
import io.millrace.contract.Field;
import java.util.List;
import java.util.Optional;

/** Which columns came, which went, and what happened to those that stayed. */
final class ColumnComparison {
    private final Contract before;
    private final Contract after;
    private final Differences differences;

    ColumnComparison(Contract before, Contract after, Differences differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    void run() {
        for (Field field : before.fields()) {
            after.field(field.name())
                    .ifPresentOrElse(next -> new FieldComparison(field, next, differences).run(), () -> gone(field));
        }
        for (DerivedColumn column : before.derived()) {
            derived(after, column.column().name())
                    .ifPresentOrElse(
                            next -> compare(column, next),
                            () -> gone(column.column().name(), "gone", column.column()));
        }
        after.fields().stream().filter(field -> isNew(field.name())).forEach(this::added);
        after.derived().stream()
                .filter(column -> isNew(column.column().name()))
                .forEach(column -> differences.column(
                        Weight.MINOR,
                        column.column().name(),
                        "new, computed from " + column.source(),
                        "rows that are there keep null",
                        add(column.column())));
    }

    private void added(Field field) {
        if (field.required()) {
            differences.column(
                    Weight.MAJOR,
                    field.name(),
                    "new required field",
                    "events of senders that do not know it would be rejected: make it optional",
                    add(field.column()));
            return;
        }
        differences.column(
                Weight.MINOR,
                field.name(),
                "new optional field",
                "events without it are as valid as before; rows that are there keep null",
                add(field.column()));
    }

    private void gone(Field field) {
        String change = successor(field)
                .map(next -> "renamed to " + next.name())
                .orElse(isColumn(after, field.name()) ? "no longer sent, but computed" : "gone");
        gone(field.name(), change, field.column());
    }

    private void gone(String place, String change, Column column) {
        differences.column(
                Weight.MAJOR,
                place,
                change,
                "readers of the column would find null in new rows: keep it beside the new one",
                NO_TABLE_CHANGE + " (" + column.name() + " stays, for the rows that have it)");
    }

    /** A new field that stands for one that is gone: it takes the old name, or is told in the same words. */
    private Optional<Field> successor(Field gone) {
        List<Field> added =
                after.fields().stream().filter(field -> isNew(field.name())).toList();
        return added.stream()
                .filter(field -> field.aliases().contains(gone.name()))
                .findFirst()
                .or(() -> added.stream()
                        .filter(field -> field.type() == gone.type()
                                && field.description().equals(gone.description()))
                        .findFirst());
    }

    private void compare(DerivedColumn old, DerivedColumn next) {
        String name = old.column().name();
        if (old.transform() != next.transform() || !old.source().equals(next.source())) {
            differences.column(
                    Weight.MAJOR,
                    name,
                    "computed otherwise",
                    "the same column would mean another thing in new rows",
                    NO_TABLE_CHANGE);
        }
        FieldComparison.classification(name, old.classification(), next.classification(), differences);
        FieldComparison.description(old.column(), next.column(), differences);
    }

    private boolean isNew(String name) {
        return !isColumn(before, name);
    }

    private static boolean isColumn(Contract contract, String name) {
        return contract.field(name).isPresent() || derived(contract, name).isPresent();
    }

    private static Optional<DerivedColumn> derived(Contract contract, String name) {
        return contract.derived().stream()
                .filter(each -> each.column().name().equals(name))
                .findFirst();
    }

    private static String add(Column column) {
        return "add " + column.name() + " " + column.typeName();
    }
}

package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Contract;
import io.millrace.contract.ServiceLevel;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** What two contracts of a dataset say of the dataset as a whole, then of its columns. */
final class DatasetComparison {
    /** Months differ in length: two periods are compared by where they end. */
    private static final LocalDate ANY_DAY = LocalDate.of(2020, 1, 1);

    private final Contract before;
    private final Contract after;
    private final Differences differences;

    DatasetComparison(Contract before, Contract after, Differences differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    void run() {
        routing();
        rules();
        promises();
        new ColumnComparison(before, after, differences).run();
        words();
    }

    private void routing() {
        if (!before.partitionKey().equals(after.partitionKey())) {
            differences.rule(
                    Weight.MAJOR,
                    "millrace.partitionKey",
                    before.partitionKey() + " -> " + after.partitionKey(),
                    "events of one key would change their place on the stream, and their order with it");
        }
        if (!before.eventTime().equals(after.eventTime())) {
            differences.column(
                    Weight.MAJOR,
                    "partitioned",
                    before.eventTime() + " -> " + after.eventTime(),
                    "silver is partitioned by it",
                    "impossible: partitions cannot change");
        }
        if (before.format() != after.format()) {
            differences.rule(
                    Weight.MAJOR,
                    "millrace.format",
                    before.format() + " -> " + after.format(),
                    "what senders send would be rejected");
        }
        if (before.clock() != after.clock()) {
            differences.rule(
                    Weight.MAJOR,
                    "millrace.clock",
                    before.clock() + " -> " + after.clock(),
                    "times of new rows would be corrected otherwise than those of old ones");
        }
        if (!before.silverTable().equals(after.silverTable())) {
            differences.column(
                    Weight.MAJOR,
                    "physicalName",
                    before.silverTable() + " -> " + after.silverTable(),
                    "readers of " + before.silverTable() + " would get no more rows",
                    "create " + after.silverTable());
        }
    }

    private void rules() {
        if (before.strict() != after.strict()) {
            if (after.strict()) {
                differences.tighter("millrace.unknownFields", "keep -> reject");
            } else {
                differences.looser("millrace.unknownFields", "reject -> keep");
            }
        }
        for (List<String> group : after.requireOneOf()) {
            if (!impliedBefore(group)) {
                differences.tighter("millrace.requireOneOf", "one of " + group + " is now required");
            }
        }
        for (List<String> group : before.requireOneOf()) {
            if (after.requireOneOf().stream().noneMatch(group::containsAll)) {
                differences.looser("millrace.requireOneOf", "one of " + group + " is no longer required");
            }
        }
    }

    /** Whether every event that was valid has one of these fields anyway. */
    private boolean impliedBefore(List<String> group) {
        boolean required = before.fields().stream().anyMatch(field -> field.required() && group.contains(field.name()));
        return required
                || before.requireOneOf().stream()
                        .anyMatch(old -> Set.copyOf(group).containsAll(old));
    }

    private void promises() {
        ServiceLevel old = before.serviceLevel();
        ServiceLevel next = after.serviceLevel();
        retention("retention (regulatory)", old.rawRetention(), next.rawRetention());
        retention("retention (analytics)", old.typedRetention(), next.typedRetention());
        int sooner = old.freshness().compareTo(next.freshness());
        if (sooner != 0) {
            differences.column(
                    sooner > 0 ? Weight.MINOR : Weight.MAJOR,
                    "latency",
                    old.freshness() + " -> " + next.freshness(),
                    sooner > 0 ? "readers get rows sooner" : "readers count on the old promise",
                    NO_TABLE_CHANGE);
        }
    }

    private void retention(String place, Period old, Period next) {
        int shorter = ANY_DAY.plus(old).compareTo(ANY_DAY.plus(next));
        if (shorter != 0) {
            differences.column(
                    shorter > 0 ? Weight.MAJOR : Weight.MINOR,
                    place,
                    old + " -> " + next,
                    shorter > 0 ? "rows that readers have would be removed" : "rows stay longer",
                    NO_TABLE_CHANGE);
        }
    }

    private void words() {
        if (!before.sortedBy().equals(after.sortedBy())) {
            differences.words("millrace.sortedBy", before.sortedBy() + " -> " + after.sortedBy());
        }
        if (!before.description().equals(after.description())) {
            differences.words("description.purpose", "another text");
        }
        if (!before.about().equals(after.about())) {
            differences.words("about", "another status, use, limit, grain or team's description");
        }
        if (!before.owner().equals(after.owner())) {
            differences.words("team", before.owner() + " -> " + after.owner());
        }
        if (!before.support().equals(after.support())) {
            differences.words("support", "another channel or runbook");
        }
        if (!before.domain().equals(after.domain())) {
            differences.words("domain", before.domain() + " -> " + after.domain());
        }
    }
}

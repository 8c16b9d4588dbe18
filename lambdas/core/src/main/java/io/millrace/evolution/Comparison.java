package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares contracts, as {@code docs/concepts/evolution.md} says. Order of fields and comments are no difference. */
public final class Comparison {
    private Comparison() {}

    /** What changed in each dataset that did, those of {@code before} first. */
    public static List<ContractChange> of(Contracts before, Contracts after) {
        Set<String> datasets = new LinkedHashSet<>();
        before.all().forEach(contract -> datasets.add(contract.dataset()));
        after.all().forEach(contract -> datasets.add(contract.dataset()));
        List<ContractChange> changes = new ArrayList<>();
        for (String dataset : datasets) {
            Optional<Contract> old = before.find(dataset);
            Optional<Contract> next = after.find(dataset);
            if (old.isEmpty()) {
                changes.add(appears(next.orElseThrow()));
            } else if (next.isEmpty()) {
                changes.add(disappears(old.get()));
            } else {
                of(old.get(), next.get()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** What changed from one contract of a dataset to another; empty if they mean the same and have the same version. */
    public static Optional<ContractChange> of(Contract before, Contract after) {
        if (!before.dataset().equals(after.dataset())) {
            throw new IllegalArgumentException(
                    "Cannot compare contracts of two datasets: " + before.dataset() + ", " + after.dataset());
        }
        Differences differences = new Differences(before, after);
        new DatasetComparison(before, after, differences).run();
        if (differences.found().isEmpty() && !before.version().equals(after.version())) {
            differences.words("version", "nothing else has changed");
        }
        return differences.found().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ContractChange(before.dataset(), before.version(), after.version(), differences.found()));
    }

    /** A dataset that was not there. */
    public static ContractChange appears(Contract contract) {
        return new ContractChange(
                contract.dataset(),
                null,
                contract.version(),
                List.of(new Difference(
                        Weight.MINOR,
                        "dataset",
                        "new",
                        "nobody sent or read it before",
                        "create " + String.join(", ", tables(contract)),
                        tables(contract))));
    }

    /** A dataset that is there no more. */
    public static ContractChange disappears(Contract contract) {
        return new ContractChange(
                contract.dataset(),
                contract.version(),
                null,
                List.of(new Difference(
                        Weight.MAJOR,
                        "dataset",
                        "gone",
                        "its events would be rejected; its tables stay and get no more rows",
                        NO_TABLE_CHANGE,
                        tables(contract))));
    }

    private static List<String> tables(Contract contract) {
        return List.of(
                contract.bronze().name(),
                contract.silver().name(),
                contract.quarantine().name());
    }
}

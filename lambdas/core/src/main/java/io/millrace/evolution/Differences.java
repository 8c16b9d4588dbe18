package io.millrace.evolution;

import static io.millrace.evolution.Difference.NO_TABLE_CHANGE;

import io.millrace.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what differs between two contracts of a dataset, with the tables that each thing reaches. */
final class Differences {
    private final List<Difference> found = new ArrayList<>();
    private final List<String> silver;
    private final List<String> checked;

    Differences(Contract before, Contract after) {
        Set<String> typed = new LinkedHashSet<>(List.of(before.silverTable(), after.silverTable()));
        this.silver = List.copyOf(typed);
        typed.add(after.quarantine().name());
        this.checked = List.copyOf(typed);
    }

    /** Something about the columns that readers see. */
    void column(Weight weight, String place, String change, String reason, String tableChange) {
        found.add(new Difference(weight, place, change, reason, tableChange, silver));
    }

    /** Something that decides which events get into silver, or what their values are, and leaves its columns alone. */
    void rule(Weight weight, String place, String change, String reason) {
        found.add(new Difference(weight, place, change, reason, NO_TABLE_CHANGE, checked));
    }

    void tighter(String place, String change) {
        rule(Weight.MAJOR, place, change, "events that were valid would be rejected");
    }

    void looser(String place, String change) {
        rule(Weight.MINOR, place, change, "every event that was valid still is");
    }

    /** Words for people, which reach no row. */
    void words(String place, String change) {
        found.add(new Difference(Weight.PATCH, place, change, "only people read it", NO_TABLE_CHANGE, List.of()));
    }

    List<Difference> found() {
        return List.copyOf(found);
    }
}

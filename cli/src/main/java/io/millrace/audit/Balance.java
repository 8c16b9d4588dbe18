package io.millrace.audit;

import io.millrace.lake.MinuteCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ledger of one dataset, in one minute or summed over many, beside its tables.
 *
 * @param name of the dataset, and of the minute if it is one
 * @param before the sums when counting of the tables began
 * @param after the sums when it had ended; others than before when traffic went on
 */
public record Balance(String name, MinuteCounts before, MinuteCounts after, TableCounts tables) {

    /** What does not hold, a line each; nothing if all does. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (!after.receivedBalances()) {
            gaps.add(name + ": received is not bronze + quarantine(door)");
        }
        if (!after.bronzeBalances()) {
            gaps.add(name + ": bronze is not silver + quarantine(row) + duplicates + control");
        }
        compare(gaps, "bronze", before.bronze(), tables.bronze(), after.bronze());
        compare(gaps, "silver", before.silver(), tables.silver(), after.silver());
        compare(gaps, "quarantine(door)", before.quarantineDoor(), tables.quarantineDoor(), after.quarantineDoor());
        compare(gaps, "quarantine(row)", before.quarantineRow(), tables.quarantineRow(), after.quarantineRow());
        return gaps;
    }

    /** The sum of two, under the name of this. */
    Balance plus(Balance other) {
        return new Balance(name, before.plus(other.before), after.plus(other.after), tables.plus(other.tables));
    }

    private void compare(List<String> gaps, String part, long before, long counted, long after) {
        // A replay takes rows out of quarantine.
        long least = Math.min(before, after);
        long most = Math.max(before, after);
        if (counted < least || counted > most) {
            String ledger = least == most ? "" + least : least + " to " + most;
            gaps.add(name + ": the ledger says " + ledger + " rows in " + part + ", SQL counts " + counted);
        }
    }

    /** The first equation with its figures. */
    public String receivedEquation() {
        return String.format(
                Locale.ROOT,
                "%,d received = %,d bronze + %,d quarantine(door)",
                after.received(),
                after.bronze(),
                after.quarantineDoor());
    }

    /** The second equation with its figures. */
    public String bronzeEquation() {
        return String.format(
                Locale.ROOT,
                "%,d bronze = %,d silver + %,d quarantine(row) + %,d duplicates + %,d control",
                after.bronze(),
                after.silver(),
                after.quarantineRow(),
                after.duplicates(),
                after.control());
    }
}

package io.millrace.query;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import io.millrace.replay.ReplayMarks;
import io.millrace.target.Target;
import java.util.Set;

/** Full names of an environment's tables, as SQL takes them. */
public final class TableNames {

    private TableNames() {}

    public static String bronze(Target target, Contract contract) {
        return table(target, "bronze", contract.bronze());
    }

    public static String silver(Target target, Contract contract) {
        return table(target, "silver", contract.silver());
    }

    public static String quarantine(Target target, Contract contract) {
        return table(target, "bronze", contract.quarantine());
    }

    /** All that the stream writes of a dataset. */
    public static Set<String> all(Target target, Contract contract) {
        return Set.of(bronze(target, contract), silver(target, contract), quarantine(target, contract));
    }

    /** Records that no dataset could be found for. */
    public static String undecodable(Target target) {
        return table(target, "bronze", Contracts.undecodable());
    }

    /** What of quarantine was replayed. */
    public static String replays(Target target) {
        return table(target, "ops", ReplayMarks.TABLE);
    }

    private static String table(Target target, String layer, TableDefinition table) {
        return target.database(layer) + "." + table.name();
    }
}

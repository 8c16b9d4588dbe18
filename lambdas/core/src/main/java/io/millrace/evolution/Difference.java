package io.millrace.evolution;

import java.util.List;

/**
 * One thing that two contracts of a dataset do not have in common.
 *
 * @param place the field, or the part of the contract, as in {@code note} or {@code millrace.partitionKey}
 * @param change what happened to it
 * @param reason why it weighs what it weighs
 * @param tableChange what the silver table needs, as in {@code add note string}; {@code none} if nothing
 * @param tables names, without database, of the tables whose rows it reaches
 */
public record Difference(
        Weight weight, String place, String change, String reason, String tableChange, List<String> tables) {
    /** No change of a table. */
    public static final String NO_TABLE_CHANGE = "none";

    public Difference {
        tables = List.copyOf(tables);
    }
}

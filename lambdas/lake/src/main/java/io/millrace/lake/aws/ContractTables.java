package io.millrace.lake.aws;

import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import io.millrace.replay.ReplayMarks;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every table that the contracts ask for, the one for records that belong to no contract, the contracts' history, and the
 * marks of replays.
 */
public final class ContractTables {
    public static List<TableDefinition> of(Contracts contracts) {
        Stream<TableDefinition> owned = contracts.all().stream()
                .flatMap(contract -> Stream.of(contract.bronze(), contract.silver(), contract.quarantine()));
        return Stream.concat(owned, Stream.of(Contracts.undecodable(), SchemaHistory.TABLE, ReplayMarks.TABLE))
                .toList();
    }

    private ContractTables() {}
}

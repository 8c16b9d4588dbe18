package io.millrace.trace;

import static java.util.Objects.requireNonNullElse;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Layer;
import io.millrace.quarantine.Quarantine;
import io.millrace.query.AthenaQueries;
import io.millrace.query.SqlFile;
import io.millrace.query.TableNames;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows that hold an event, in the tables of all datasets. */
final class EventRows {

    private static final String BY_ID = "event_id";
    private static final String BY_POSITION = "_source_position";

    private final Target target;
    private final AthenaQueries queries;
    private final Contracts contracts;

    EventRows(Target target, AthenaQueries queries, Contracts contracts) {
        this.target = target;
        this.queries = queries;
        this.contracts = contracts;
    }

    List<FoundRow> find(String eventId, Instant since) throws InterruptedException {
        List<SqlFile> statements = new ArrayList<>();
        for (Contract contract : contracts.streamed()) {
            statements.add(rows(contract, Layer.BRONZE, TableNames.bronze(target, contract), BY_ID));
            statements.add(rows(contract, Layer.SILVER, TableNames.silver(target, contract), BY_ID));
            statements.add(rows(contract, Layer.QUARANTINE, TableNames.quarantine(target, contract), BY_ID));
        }
        List<FoundRow> found =
                run(statements, statements.stream().map(each -> eventId).toList(), since);
        found.addAll(bronzeOfDerivedIds(found, since));
        return found;
    }

    /** Bronze has ids as they were claimed: a row of an event whose id the door made is found by its position. */
    private List<FoundRow> bronzeOfDerivedIds(List<FoundRow> found, Instant since) throws InterruptedException {
        Set<String> inBronze = new HashSet<>();
        found.stream().filter(row -> row.layer() == Layer.BRONZE).forEach(row -> inBronze.add(row.position()));
        List<SqlFile> statements = new ArrayList<>();
        List<String> positions = new ArrayList<>();
        for (FoundRow row : found) {
            if (row.layer() == Layer.SILVER && !inBronze.contains(row.position())) {
                Contract contract = contracts.find(row.dataset()).orElseThrow();
                statements.add(rows(contract, Layer.BRONZE, TableNames.bronze(target, contract), BY_POSITION));
                positions.add(row.position());
            }
        }
        return statements.isEmpty() ? List.of() : run(statements, positions, since);
    }

    private SqlFile rows(Contract contract, Layer layer, String table, String column) {
        String file = layer == Layer.QUARANTINE ? "quarantined-rows.sql" : "rows.sql";
        return SqlFile.beside(EventRows.class, file)
                .with("their_replays", Quarantine.theirReplays())
                .with("layer", layer.name())
                .with("dataset", contract.dataset())
                .with("table", table)
                .with("replays", TableNames.replays(target))
                .with("column", column);
    }

    private List<FoundRow> run(List<SqlFile> statements, List<String> values, Instant since)
            throws InterruptedException {
        List<String> parameters = new ArrayList<>();
        values.forEach(value -> parameters.addAll(List.of(value, since.toString())));
        List<FoundRow> found = new ArrayList<>();
        for (List<@Nullable String> row : queries.run(
                        SqlFile.union(statements).text(), target.database("bronze"), parameters)
                .rows()) {
            found.add(row(row));
        }
        return found;
    }

    private static FoundRow row(List<@Nullable String> row) {
        return new FoundRow(
                Layer.valueOf(text(row, 0)),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                Instant.parse(text(row, 5)),
                Instant.parse(text(row, 6)),
                text(row, 7),
                row.get(8),
                text(row, 9),
                row.get(10) == null
                        ? null
                        : new WhyRejected(text(row, 10), text(row, 11), text(row, 12), text(row, 13), replay(row)));
    }

    private static WhyRejected.@Nullable Replay replay(List<@Nullable String> row) {
        return row.get(14) == null ? null : new WhyRejected.Replay(Instant.parse(text(row, 14)), text(row, 15));
    }

    private static String text(List<@Nullable String> row, int column) {
        return requireNonNullElse(row.get(column), "");
    }
}

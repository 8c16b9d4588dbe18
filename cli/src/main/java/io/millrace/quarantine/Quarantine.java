package io.millrace.quarantine;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.query.AthenaQueries;
import io.millrace.query.SqlFile;
import io.millrace.query.TableNames;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quarantine tables of all datasets and of what could not be decoded, read through Athena. */
public final class Quarantine {

    private static final Comparator<QuarantinedGroup> BY_NAME = Comparator.comparing(QuarantinedGroup::dataset)
            .thenComparing(QuarantinedGroup::stage)
            .thenComparing(QuarantinedGroup::rule);

    private final Target target;
    private final AthenaQueries queries;
    private final Map<String, String> tables = new LinkedHashMap<>();

    public Quarantine(Target target, AthenaQueries queries, Contracts contracts) {
        this.target = target;
        this.queries = queries;
        for (Contract contract : contracts.all()) {
            tables.put(contract.dataset(), TableNames.quarantine(target, contract));
        }
        tables.put(Contracts.undecodable().dataset(), TableNames.undecodable(target));
    }

    /** How many rows broke which rule where, by dataset, stage and rule. */
    public List<QuarantinedGroup> groups(QuarantineFilter filter) throws InterruptedException {
        List<QuarantinedGroup> groups = new ArrayList<>();
        for (List<@Nullable String> row : run(union("groups.sql", filter), filter)) {
            groups.add(new QuarantinedGroup(
                    text(row, 0),
                    text(row, 1),
                    text(row, 2),
                    Long.parseLong(text(row, 3)),
                    Instant.parse(text(row, 4)),
                    Instant.parse(text(row, 5))));
        }
        groups.sort(BY_NAME);
        return groups;
    }

    /**
     * The newest rows, newest first.
     *
     * @param limit how many, at most
     * @param withPayload whether to fetch their bytes too
     */
    public List<QuarantinedRow> newest(QuarantineFilter filter, int limit, boolean withPayload)
            throws InterruptedException {
        if (limit < 1) {
            throw new IllegalArgumentException("Cannot show " + limit + " rows: at least 1");
        }
        SqlFile payload = file(withPayload ? "payload.sql" : "no-payload.sql");
        SqlFile newest = file("newest.sql")
                .with("limit", Integer.toString(limit))
                .with("rows", union("rows.sql", filter).with("payload", payload));
        List<QuarantinedRow> rows = new ArrayList<>();
        for (List<@Nullable String> row : run(newest, filter)) {
            rows.add(new QuarantinedRow(
                    text(row, 0),
                    Instant.parse(text(row, 1)),
                    text(row, 2),
                    text(row, 3),
                    text(row, 4),
                    text(row, 5),
                    row.get(6),
                    text(row, 7),
                    text(row, 8),
                    text(row, 9),
                    row.get(10),
                    Base64.getDecoder().decode(requireNonNullElse(row.get(11), "")),
                    replay(row.get(12), row.get(13))));
        }
        return rows;
    }

    private static QuarantinedRow.@Nullable Replay replay(@Nullable String at, @Nullable String fate) {
        return at == null || fate == null ? null : new QuarantinedRow.Replay(Instant.parse(at), fate);
    }

    /** The join of quarantined rows, {@code quarantined}, with the marks of their replays, {@code replays}. */
    public static SqlFile theirReplays() {
        return file("their-replays.sql");
    }

    private SqlFile union(String file, QuarantineFilter filter) {
        SqlFile condition = file("condition.sql");
        SqlFile replays = file("with-replays.sql").with("their_replays", theirReplays());
        return SqlFile.union(wanted(filter).stream()
                .map(dataset -> file(file)
                        .with("with_replays", replays)
                        .with("replays", TableNames.replays(target))
                        .with("dataset", dataset)
                        .with("table", requireNonNull(tables.get(dataset)))
                        .with("condition", condition))
                .toList());
    }

    private List<List<@Nullable String>> run(SqlFile sql, QuarantineFilter filter) throws InterruptedException {
        List<String> parameters = new ArrayList<>();
        wanted(filter).forEach(dataset -> parameters.addAll(filter.parameters()));
        return queries.run(sql.text(), target.database("bronze"), parameters).rows();
    }

    private List<String> wanted(QuarantineFilter filter) {
        for (String dataset : filter.datasets()) {
            if (!tables.containsKey(dataset)) {
                throw new IllegalArgumentException(
                        "Cannot find dataset " + dataset + ": there are " + String.join(", ", tables.keySet()));
            }
        }
        return tables.keySet().stream().filter(filter::wants).toList();
    }

    private static SqlFile file(String name) {
        return SqlFile.beside(Quarantine.class, name);
    }

    private static String text(List<@Nullable String> row, int column) {
        return requireNonNullElse(row.get(column), "");
    }
}

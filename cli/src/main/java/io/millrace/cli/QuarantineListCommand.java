package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import io.millrace.quarantine.Quarantine;
import io.millrace.quarantine.QuarantineFilter;
import io.millrace.quarantine.QuarantinedGroup;
import io.millrace.quarantine.QuarantinedRow;
import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultTable;
import io.millrace.query.ResultTable.ResultColumn;
import io.millrace.query.TextTable;
import io.millrace.target.Target;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {
            "Count what was rejected by dataset, stage and rule, with the first and last time, and list the newest rows.",
            "Undecodable records are among them; what was replayed is not, unless asked for."
        },
        footer = {"", "Example:", "  millrace quarantine list --dataset app_events --stage door --from 2h"})
final class QuarantineListCommand extends Subcommand {

    private static final List<ResultColumn> GROUPS =
            columns("dataset", "stage", "rule", "rows", "first_seen", "last_seen");
    private static final List<ResultColumn> ROWS = columns(
            "received_at",
            "dataset",
            "stage",
            "rule",
            "pointer",
            "reason",
            "event_id",
            "source",
            "position",
            "replayed");

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Newest rows to list, at most (default: 10).")
    private int limit = 10;

    @Option(names = "--all", description = "Also what was replayed since, and when.")
    private boolean all;

    @Mixin
    private PageOption format = new PageOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        QuarantineFilter filter = options.filter("", all);
        Target target = environment.target();
        try (AthenaQueries queries = new AthenaQueries(target)) {
            Quarantine quarantine = new Quarantine(target, queries, Contracts.bundled());
            List<QuarantinedGroup> groups = quarantine.groups(filter);
            List<QuarantinedRow> newest = groups.isEmpty() ? List.of() : quarantine.newest(filter, limit, false);
            show(groups, newest);
        }
        return DONE;
    }

    private void show(List<QuarantinedGroup> groups, List<QuarantinedRow> newest) {
        if (format.isJson()) {
            print(json(groups, newest));
        } else if (groups.isEmpty()) {
            say("Nothing is in quarantine that fits.");
        } else {
            out().println(TextTable.of(new ResultTable(
                    GROUPS, groups.stream().map(QuarantineListCommand::cells).toList())));
            out().println("Newest:");
            out().print(TextTable.of(new ResultTable(
                    ROWS, newest.stream().map(QuarantineListCommand::cells).toList())));
            out().flush();
            say("See one: millrace quarantine show POSITION");
        }
    }

    private static List<@Nullable String> cells(QuarantinedGroup group) {
        return Arrays.asList(
                group.dataset(),
                group.stage(),
                group.rule(),
                Long.toString(group.rows()),
                group.firstSeen().toString(),
                group.lastSeen().toString());
    }

    private static List<@Nullable String> cells(QuarantinedRow row) {
        return Arrays.asList(
                row.receivedAt().toString(),
                row.dataset(),
                row.stage(),
                row.rule(),
                row.pointer(),
                row.reason(),
                row.eventId(),
                row.source(),
                row.position(),
                replayed(row));
    }

    private static @Nullable String replayed(QuarantinedRow row) {
        QuarantinedRow.Replay replay = row.replay();
        return replay == null ? null : replay.fate() + " at " + replay.at();
    }

    private static ObjectNode json(List<QuarantinedGroup> groups, List<QuarantinedRow> newest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode counted = json.putArray("groups");
        for (QuarantinedGroup group : groups) {
            counted.addObject()
                    .put("dataset", group.dataset())
                    .put("stage", group.stage())
                    .put("rule", group.rule())
                    .put("rows", group.rows())
                    .put("first_seen", group.firstSeen().toString())
                    .put("last_seen", group.lastSeen().toString());
        }
        ArrayNode rows = json.putArray("newest");
        newest.forEach(row -> rows.add(QuarantinedRowJson.withoutPayload(row)));
        return json;
    }

    private static List<ResultColumn> columns(String... names) {
        return Arrays.stream(names)
                .map(name -> new ResultColumn(name, name.equals("rows") ? "bigint" : "varchar"))
                .toList();
    }
}

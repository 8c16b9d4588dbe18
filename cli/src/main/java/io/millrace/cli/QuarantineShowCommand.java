package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.millrace.contract.Contracts;
import io.millrace.quarantine.PayloadText;
import io.millrace.quarantine.Quarantine;
import io.millrace.quarantine.QuarantineFilter;
import io.millrace.quarantine.QuarantinedRow;
import io.millrace.query.AthenaQueries;
import io.millrace.target.Target;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {
            "Show quarantined rows, newest first: why each was rejected, and its bytes as JSON, text or hex.",
            "Exits with 1 when nothing fits."
        },
        footer = {
            "",
            "Example: the last one, and the exact bytes of one",
            "  millrace quarantine show --limit 1",
            "  millrace quarantine show POSITION --raw > event.bin"
        })
final class QuarantineShowCommand extends Subcommand {

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "An event's id, a batch's id, or a row's position as 'list' prints it.")
    private String id = "";

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Rows to show, at most (default: 10).")
    private int limit = 10;

    @Option(names = "--raw", description = "Write the exact bytes of the one row that fits, and nothing else.")
    private boolean raw;

    @Mixin
    private PageOption format = new PageOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException, IOException {
        QuarantineFilter filter = options.filter(id, true);
        Target target = environment.target();
        List<QuarantinedRow> rows;
        try (AthenaQueries queries = new AthenaQueries(target)) {
            rows = new Quarantine(target, queries, Contracts.bundled()).newest(filter, raw ? 2 : limit, true);
        }
        if (rows.isEmpty()) {
            say("Nothing is in quarantine that fits.");
            return FAILED;
        }
        return raw ? raw(rows) : show(rows);
    }

    private int raw(List<QuarantinedRow> rows) throws IOException {
        if (rows.size() > 1) {
            say("Cannot write the bytes of more than one row: name it by its position");
            return FAILED;
        }
        System.out.write(rows.get(0).payload());
        System.out.flush();
        return DONE;
    }

    private int show(List<QuarantinedRow> rows) {
        if (format.isJson()) {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            rows.forEach(row -> json.add(QuarantinedRowJson.of(row)));
            print(json);
        } else {
            rows.forEach(this::show);
        }
        return DONE;
    }

    private void show(QuarantinedRow row) {
        line("position", row.position());
        line("dataset", row.dataset() + (row.contractVersion() == null ? "" : ", contract " + row.contractVersion()));
        line("rejected", "at " + row.stage() + " by rule " + row.rule());
        line("because", (row.pointer().isEmpty() ? "the event " : row.pointer() + " ") + row.reason());
        line("event", row.eventId() == null ? "has no id that could be read" : row.eventId());
        line("received", row.receivedAt() + " from " + row.source() + " in batch " + row.batchId());
        QuarantinedRow.Replay replay = row.replay();
        if (replay != null) {
            line("replayed", "at " + replay.at() + ": " + replay.fate());
        }
        line("bytes", Integer.toString(row.payload().length));
        out().println();
        PayloadText.of(row.payload()).lines().forEach(text -> out().println("  " + text));
        out().println();
    }

    private void line(String name, String value) {
        out().println((name + " ".repeat(10)).substring(0, 10) + value);
    }
}

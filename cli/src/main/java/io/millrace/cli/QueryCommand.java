package io.millrace.cli;

import io.millrace.query.AthenaQueries;
import io.millrace.query.ResultFormat;
import io.millrace.target.Target;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = "Run SQL through Athena's API and print the result.",
        footer = {
            "",
            "Example:",
            "  millrace query \"SELECT event_type, count(*) FROM app_events_silver GROUP BY 1\" --format csv"
        })
final class QueryCommand extends Subcommand {

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json (default: table).")
    private ResultFormat format = ResultFormat.TABLE;

    @Option(
            names = "--database",
            paramLabel = "D",
            description = "Database of names without one (default: the environment's silver).")
    private Optional<String> database = Optional.empty();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Target target = environment.target();
        try (AthenaQueries queries = new AthenaQueries(target)) {
            out().print(format.print(queries.run(sql, database.orElse(target.database("silver")))));
            out().flush();
            return DONE;
        }
    }
}

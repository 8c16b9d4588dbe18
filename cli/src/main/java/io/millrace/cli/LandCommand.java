package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.jobs.Landing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "land",
        description = {
            "Put CSV files where the batch-ingest job finds them: s3://LAKE/landing/DATASET/.",
            "Of a folder, every file that is named as a dataset whose rows are landed."
        },
        footer = {
            "",
            "Example: the files of 'simulate files --out shop'",
            "  millrace land shop",
            "  millrace run batch-ingest"
        })
final class LandCommand extends Subcommand {

    @Parameters(paramLabel = "PATH", description = "A CSV file (.csv or .csv.gz), or a folder of them.")
    private Path path = Path.of("");

    @Option(names = "--dataset", paramLabel = "D", description = "What the file is of (default: its name).")
    private Optional<String> dataset = Optional.empty();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new Landing(environment.target()).put(path, dataset).forEach(json::put);
        print(json);
        return DONE;
    }
}

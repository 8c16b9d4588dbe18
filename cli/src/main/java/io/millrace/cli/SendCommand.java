package io.millrace.cli;

import io.millrace.contract.Contracts;
import io.millrace.send.FileSending;
import io.millrace.send.Sender;
import io.millrace.send.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send",
        description = {
            "Send the rows of a file as events, and print a summary as JSON.",
            "NDJSON (a line is an event) or CSV with a header; gzip is told by its bytes.",
            "Rejected rows are kept in quarantine and do not fail the command."
        },
        footer = {
            "",
            "Example:",
            "  millrace send clicks.csv.gz --dataset clickstream --map clicks.yaml",
            "",
            "A map file says which column is which field:",
            "  columns: {event: page, timestamp: event_timestamp}",
            "  times: {timestamp: {format: \"yyyy-MM-dd HH:mm:ss\", zone: UTC}}",
            "  constants: {action: view}",
            "  properties: rest"
        })
final class SendCommand extends Subcommand {

    @Parameters(paramLabel = "FILE", description = "The file to send.")
    private Path file = Path.of("");

    @Option(names = "--dataset", required = true, paramLabel = "D", description = "Dataset that the rows belong to.")
    private String dataset = "";

    @Option(names = "--map", paramLabel = "FILE", description = "Which column is which field (YAML).")
    private @Nullable Path map;

    @Option(names = "--batch", paramLabel = "B", description = "Events per POST, at most (default: 500).")
    private int batch = 500;

    @Mixin
    private DoorOptions door = new DoorOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        mustExist(file);
        if (map != null) {
            mustExist(map);
        }
        Summary summary = send();
        print(summary.toJson());
        if (summary.unknown() > 0) {
            say("Cannot tell whether " + summary.unknown()
                    + " rows were taken: send the file again, copies do no harm.");
            return FAILED;
        }
        return DONE;
    }

    private Summary send() throws IOException, InterruptedException {
        try (Sender sender = door.sender();
                ProgressLine progress = ProgressLine.on(err())) {
            return new FileSending(dataset, Contracts.bundled(), batch, sender, progress).send(file, map);
        }
    }

    private static void mustExist(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("Cannot read " + path + ": no such file");
        }
    }
}

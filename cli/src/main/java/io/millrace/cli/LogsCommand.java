package io.millrace.cli;

import io.millrace.local.platform.Part;
import io.millrace.local.platform.Platform;
import io.millrace.logs.PlatformLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = {
            "Show the end of the local platform's logs.",
            "A part is ministack, host (the functions) or gateway (Athena and the ingest origin); build, deploy, venv and",
            "npm are steps of 'up'; job-NAME is the newest run of a batch job. Functions and jobs of an AWS environment log",
            "to CloudWatch."
        },
        footer = {
            "",
            "Example:",
            "  millrace logs -f host",
            "  aws logs tail --follow /aws/lambda/millrace-dev-ingest    # of an environment on AWS"
        })
final class LogsCommand extends Subcommand {

    @Parameters(paramLabel = "PART", arity = "0..*", description = "Whose logs (default: all three parts).")
    private List<String> parts = List.of();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written, until Ctrl-C; over restarts too.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "Lines of each log to begin with (default: 20).")
    private int lines = 20;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lines < 0) {
            throw new IllegalArgumentException("Cannot show " + lines + " lines: at least 0");
        }
        Platform platform = environment.localPlatform("show logs of");
        Path folder = platform.logs();
        try (PlatformLogs logs = new PlatformLogs(folder, parts.isEmpty() ? running(platform, folder) : parts)) {
            logs.last(lines, out()::println);
            if (follow) {
                logs.follow(() -> false, out()::println);
            }
        }
        return DONE;
    }

    private static List<String> running(Platform platform, Path folder) throws IOException {
        List<String> written = PlatformLogs.names(folder);
        List<String> names = platform.status().parts().stream()
                .map(Part::name)
                .filter(written::contains)
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot show logs: there are none in " + folder + "; start the platform with 'millrace up'");
        }
        return names;
    }
}

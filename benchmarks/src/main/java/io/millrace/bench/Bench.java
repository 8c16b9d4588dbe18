package io.millrace.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.GivenEvents;
import io.millrace.bench.kernel.Kernels;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Machine;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.ReportJson;
import io.millrace.bench.report.Table;
import io.millrace.bench.report.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** The process that measures; the {@code bench} command starts it. The table goes to stdout, talk to stderr. */
public final class Bench {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BenchSettings settings;
    private final Path root;
    private final Path folder;
    private final PrintStream err;

    private Bench(BenchSettings settings, Path root, PrintStream err) throws IOException {
        this.settings = settings;
        this.root = root;
        this.folder = Files.createDirectories(root.resolve("benchmarks/target/bench"));
        this.err = err;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            Path root = Path.of(System.getProperty("millrace.root", "")).toAbsolutePath();
            Bench bench = new Bench(BenchSettings.parse(arguments), root, err);
            System.exit(bench.settings.kernels() ? bench.kernels(out) : bench.run(arguments, out));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Machine machine = Machine.here();
        List<Benchmark> asked = asked();
        EventSet given = given();
        List<Answer> answers = new ArrayList<>();
        for (Benchmark benchmark : asked) {
            answers.addAll(measure(benchmark, given));
        }
        String events = given == null
                ? "the simulated shop's, seed " + settings.seed()
                : String.format(
                        Locale.ROOT,
                        "%,d of %s from %s, %.0f bytes on average",
                        given.events().size(),
                        given.dataset(),
                        given.name(),
                        given.averageBytes());
        out.println(machine.text());
        out.println("Events: " + events);
        Table.of(answers).forEach(out::println);
        answers.forEach(answer -> answer.details().forEach(out::println));
        Path json = json("report.json");
        String command = "bench " + String.join(" ", arguments);
        Files.write(json, JSON.writeValueAsBytes(ReportJson.of(command, events, begun, machine, answers)));
        err.println("Report: " + json);
        return exitCode(answers);
    }

    private int kernels(PrintStream out) throws IOException {
        Machine machine = Machine.here();
        Path json = json("kernels.json");
        try {
            List<String> table =
                    Kernels.measure(settings.effort().forks(), settings.effort().iterations(), json, err);
            out.println(machine.text());
            table.forEach(out::println);
        } catch (RunnerException e) {
            e.printStackTrace(err);
            return 1;
        }
        err.println("Report: " + json);
        return 0;
    }

    private Path json(String name) {
        return settings.json() == null ? folder.resolve(name) : settings.json();
    }

    private @Nullable EventSet given() throws IOException {
        return settings.data() == null || settings.dataset() == null
                ? null
                : GivenEvents.read(
                        settings.data(), settings.dataset(), settings.effort().events());
    }

    private List<Benchmark> asked() {
        List<Benchmark> all = Benchmarks.of(settings);
        Set<String> known = all.stream()
                .flatMap(benchmark -> benchmark.questions().stream())
                .map(Question::id)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String id : settings.only()) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("Cannot measure " + id + ": there are " + String.join(", ", known)
                        + (settings.full() || settings.data() != null ? "" : "; some only with --full"));
            }
        }
        return all.stream()
                .filter(benchmark -> settings.only().isEmpty()
                        || benchmark.questions().stream()
                                .anyMatch(question -> settings.only().contains(question.id())))
                .toList();
    }

    private List<Answer> measure(Benchmark benchmark, @Nullable EventSet given) throws InterruptedException {
        List<Question> questions = benchmark.questions();
        String ids = questions.stream().map(Question::id).distinct().collect(Collectors.joining(", "));
        err.println(ids);
        try {
            Lab lab = new Lab(
                    root,
                    folder,
                    settings.effort(),
                    settings.only(),
                    settings.seed(),
                    given,
                    progress -> err.println(ids + ": " + progress));
            List<Answer> all = benchmark.measure(lab);
            return all.stream().filter(answer -> lab.wants(answer.question())).toList();
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(err);
            return questions.stream()
                    .map(question -> question.failed(String.valueOf(e.getMessage())))
                    .toList();
        }
    }

    private int exitCode(List<Answer> answers) {
        boolean failed = answers.stream().anyMatch(answer -> answer.verdict() == Verdict.FAILED);
        boolean missed = answers.stream().anyMatch(answer -> answer.verdict() == Verdict.MISSED);
        return failed || (missed && settings.check()) ? 1 : 0;
    }
}

package io.millrace.infra;

import io.millrace.alert.AlarmText;
import io.millrace.alert.Severity;
import io.millrace.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * What shall ring when. Each part declares its own beside what it watches; the Monitoring stack, the last one, makes the
 * alarms. Every alarm has a page in {@code docs/runbooks/alarms}, named in its description.
 */
final class Alarms {
    private final Metrics metrics;
    private final List<Declared> declared = new ArrayList<>();
    private final TreeSet<String> functions = new TreeSet<>();
    private final TreeSet<String> consumers = new TreeSet<>();
    private final TreeSet<String> queues = new TreeSet<>();

    /**
     * An alarm to be made.
     *
     * @param name the last part of its physical name
     * @param periods that must be beyond the threshold, one after the other
     */
    record Declared(
            String name,
            AlarmText text,
            Metric metric,
            double threshold,
            ComparisonOperator comparison,
            int periods,
            TreatMissingData missing) {}

    Alarms(Names names) {
        this.metrics = new Metrics(names);
    }

    /** A stream's records wait for their slowest reader. */
    void streamFallsBehind(int maxMinutes) {
        above(
                "consumers-fall-behind",
                "The oldest unread record of the stream is older than " + maxMinutes + " minutes",
                Severity.CRITICAL,
                metrics.streamAge(),
                millis(maxMinutes),
                1);
    }

    /** One reader of the stream falls behind. */
    void consumerFallsBehind(String function, int maxMinutes) {
        consumers.add(function);
        above(
                function + "-falls-behind",
                "Function " + function + " reads records that are older than " + maxMinutes + " minutes",
                Severity.ERROR,
                metrics.iteratorAge(function),
                millis(maxMinutes),
                1);
    }

    /** A function fails, or is kept from running. */
    void failures(String function, Severity severity) {
        functions.add(function);
        above(function + "-errors", "Function " + function + " fails", severity, metrics.errors(function), 0, 1);
        declared.add(new Declared(
                function + "-throttles",
                new AlarmText("Function " + function + " is throttled", Severity.WARNING, null, "alarms/throttles"),
                metrics.throttles(function),
                0,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                3,
                TreatMissingData.NOT_BREACHING));
    }

    /** A function that a schedule calls every minute is not called. */
    void silence(String function) {
        declared.add(new Declared(
                function + "-silent",
                new AlarmText(
                        "Function " + function
                                + " has not run for ten minutes, though a schedule calls it every minute",
                        Severity.CRITICAL,
                        null,
                        page(function + "-silent")),
                metrics.invocations(function),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                2,
                TreatMissingData.BREACHING));
    }

    /** The day's jobs have not come to their end for more than a day: nobody else hears of a run that never began. */
    void pipelineSilence() {
        declared.add(new Declared(
                "pipeline-silent",
                new AlarmText(
                        "No run of the daily pipeline has come to its end in " + Metrics.PIPELINE_HOURS + " hours",
                        Severity.ERROR,
                        null,
                        page("pipeline-silent")),
                metrics.pipelineRuns(),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                Metrics.PIPELINE_HOURS,
                TreatMissingData.BREACHING));
    }

    /** A message was given up on. */
    void deadLetters(String name, String queue, Severity severity) {
        queues.add(queue);
        above(
                name + "-dead-letters",
                "A message was given up on and waits in queue " + queue,
                severity,
                metrics.waiting(queue),
                0,
                1);
    }

    /** A dataset's rows are later than its contract promises. */
    void late(Contract contract) {
        long seconds = contract.serviceLevel().freshness().toSeconds();
        declared.add(new Declared(
                "freshness-" + contract.dataset(),
                new AlarmText(
                        "Rows of " + contract.dataset() + " are later than the " + seconds
                                + " seconds that are promised",
                        Severity.ERROR,
                        contract.dataset(),
                        "alarms/freshness"),
                metrics.freshness(contract.dataset()),
                (double) seconds,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                2,
                TreatMissingData.NOT_BREACHING));
    }

    /** Events are not accounted for. Told once, with the fold that they are in. */
    void ledgerGap() {
        above(
                "ledger-gap",
                "The ledger's equations do not balance: events are missing, or there twice",
                Severity.CRITICAL,
                metrics.ledgerGap(),
                0,
                1);
    }

    /** Nothing goes on, for what was written is not known. */
    void ledgerLost() {
        above(
                "ledger-lost",
                "The ledger is lost or an older one, and nothing goes on: millrace doctor --rebuild-ledger",
                Severity.CRITICAL,
                metrics.ledgerLost(),
                0,
                1);
    }

    Metrics metrics() {
        return metrics;
    }

    List<Declared> declared() {
        return List.copyOf(declared);
    }

    /** Functions that are watched. */
    List<String> functions() {
        return List.copyOf(functions);
    }

    /** Functions that read the stream. */
    List<String> consumers() {
        return List.copyOf(consumers);
    }

    /** Queues of what was given up on. */
    List<String> queues() {
        return List.copyOf(queues);
    }

    private void above(String name, String summary, Severity severity, Metric metric, double threshold, int periods) {
        declared.add(new Declared(
                name,
                new AlarmText(summary, severity, null, page(name)),
                metric,
                threshold,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                periods,
                TreatMissingData.NOT_BREACHING));
    }

    private static String page(String alarm) {
        return "alarms/" + alarm;
    }

    private static double millis(int minutes) {
        return minutes * 60_000.0;
    }
}

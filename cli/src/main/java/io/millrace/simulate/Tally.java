package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.send.Outcome;
import io.millrace.send.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent, what the door said, and what the tables must hold because of it. Safe for threads.
 *
 * <p>{@code expected} counts rows exactly as long as every attempt was answered. An attempt without an answer may have
 * been taken all the same, so bronze and quarantine may then hold more rows, {@code atMost} those; silver never does,
 * since it holds each event id once.
 */
public final class Tally {

    private final TrafficPlan plan;
    private final Map<String, DatasetTally> datasets = new TreeMap<>();
    private long answered;
    private int posts;
    private int resends;
    private int unanswered;
    private int givenUp;
    private Duration took = Duration.ZERO;

    private final List<Anomaly> anomalies;

    Tally(TrafficPlan plan, List<Anomaly> anomalies) {
        this.plan = plan;
        this.anomalies = List.copyOf(anomalies);
    }

    synchronized void add(List<SimulatedEvent> events, Outcome outcome) {
        datasets.computeIfAbsent(events.get(0).dataset(), dataset -> new DatasetTally())
                .add(events, outcome);
        answered += events.size();
        posts++;
        resends += outcome.attempts().resends();
        unanswered += outcome.attempts().unanswered();
        givenUp += outcome instanceof Outcome.GivenUp ? 1 : 0;
    }

    synchronized void took(Duration duration) {
        took = duration;
    }

    /** Events whose POST has ended. */
    synchronized long answered() {
        return answered;
    }

    synchronized int resends() {
        return resends;
    }

    /** Whether every event was answered, and rejected exactly when the simulator had broken it. */
    public synchronized boolean asMeant() {
        return datasets.values().stream().allMatch(DatasetTally::asMeant);
    }

    /** The tally as it is printed. */
    public synchronized ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", plan.seed());
        json.put("start", plan.start().toString());
        ObjectNode each = json.putObject("datasets");
        datasets.forEach((dataset, tally) -> tally.writeTo(each.putObject(dataset)));
        ArrayNode stretches = json.putArray("anomalies");
        for (Anomaly anomaly : anomalies) {
            ObjectNode stretch = stretches.addObject();
            stretch.put("kind", anomaly.kind().name().toLowerCase(Locale.ROOT));
            stretch.put("from", anomaly.from().toString());
            stretch.put("until", anomaly.until().toString());
        }
        json.put("events", answered);
        json.put("posts", posts);
        json.put("retries", resends);
        json.put("unansweredAttempts", unanswered);
        json.put("postsGivenUp", givenUp);
        new Pace(answered, took).writeTo(json);
        return json;
    }
}

package io.millrace.simulate;

import io.millrace.send.Post;
import io.millrace.send.PostBuilder;
import io.millrace.send.Progress;
import io.millrace.send.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends a plan's traffic, open loop: events go out at the planned rate whether or not the door has answered earlier
 * ones, as they would from clients who know nothing of each other. Which events share a POST is part of the plan, never
 * of the clock.
 */
public final class Simulation {

    /** An event waits no longer than this for others to share its POST. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final TrafficPlan plan;
    private final Sender sender;
    private final Progress progress;
    private final Traffic traffic;
    private final Tally tally;
    private final Map<String, Gathering> gatherings = new LinkedHashMap<>();
    private long begun;

    public Simulation(TrafficPlan plan, Sender sender, Progress progress) {
        this.plan = plan;
        this.sender = sender;
        this.progress = progress;
        this.traffic = new Traffic(plan);
        this.tally = new Tally(plan, traffic.anomalies());
    }

    /** Stretches of time in which the traffic will not be what it should be. */
    public List<Anomaly> anomalies() {
        return traffic.anomalies();
    }

    /**
     * Sends all of it and waits for the answers.
     *
     * @throws io.millrace.send.RefusedException if the door refuses the traffic as a whole
     */
    public Tally run() throws InterruptedException {
        begun = System.nanoTime();
        while (traffic.hasNext()) {
            SimulatedEvent event = traffic.next();
            sendThoseDueBy(event.due().minus(LINGER));
            Gathering gathering = gatherings.computeIfAbsent(
                    event.dataset(), dataset -> new Gathering(new PostBuilder(dataset, plan.batch())));
            gathering.add(event);
            if (gathering.post.isFull()) {
                send(gathering);
            }
        }
        sendThoseDueBy(plan.sending());
        sender.finish();
        tally.took(Duration.ofNanos(System.nanoTime() - begun));
        return tally;
    }

    private void sendThoseDueBy(Duration due) throws InterruptedException {
        for (Gathering gathering : gatherings.values()) {
            if (!gathering.events.isEmpty() && gathering.events.get(0).due().compareTo(due) <= 0) {
                send(gathering);
            }
        }
    }

    /** Waits until its last event is due, then sends. */
    private void send(Gathering gathering) throws InterruptedException {
        List<SimulatedEvent> events = List.copyOf(gathering.events);
        Duration due = events.get(events.size() - 1).due();
        if (plan.rate() > 0) {
            TimeUnit.NANOSECONDS.sleep(begun + due.toNanos() - System.nanoTime());
        }
        Post post = gathering.take();
        sender.submit(post, outcome -> {
            tally.add(events, outcome);
            progress.at(tally.answered(), plan.events(), tally.resends() + " resends");
        });
    }

    /** Events of one dataset that will share a POST. */
    private static final class Gathering {

        private final PostBuilder post;
        private final List<SimulatedEvent> events = new ArrayList<>();

        Gathering(PostBuilder post) {
            this.post = post;
        }

        void add(SimulatedEvent event) {
            events.add(event);
            post.add(event.json());
        }

        Post take() {
            events.clear();
            return post.take();
        }
    }
}

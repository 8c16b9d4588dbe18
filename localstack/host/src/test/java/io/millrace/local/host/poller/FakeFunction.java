package io.millrace.local.host.poller;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A function that notes each invocation as the records' data joined by spaces, and answers as told. */
final class FakeFunction implements BatchFunction {

    interface Behaviour {
        Outcome on(List<String> data, int invocation);
    }

    private final VirtualClock clock;
    private final List<String> invocations = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private Behaviour behaviour = (data, invocation) -> new Outcome.Succeeded();

    FakeFunction(VirtualClock clock) {
        this.clock = clock;
    }

    void behave(Behaviour newBehaviour) {
        behaviour = newBehaviour;
    }

    /** Fails every batch that holds this record, as a function does that throws. */
    void failOn(String poison) {
        behave((data, invocation) ->
                data.contains(poison) ? new Outcome.Failed(0, "poisoned") : new Outcome.Succeeded());
    }

    /** Answers with the poisoned record as batch item failure. */
    void reportFailureOf(String poison) {
        behave((data, invocation) ->
                data.contains(poison) ? new Outcome.Failed(data.indexOf(poison), "reported") : new Outcome.Succeeded());
    }

    List<String> invocations() {
        return List.copyOf(invocations);
    }

    /** When each invocation began, since the start of the clock. */
    List<Duration> times() {
        return List.copyOf(times);
    }

    @Override
    public Outcome invoke(Batch batch) {
        List<String> data = batch.records().stream()
                .map(record -> new String(record.record().data(), StandardCharsets.UTF_8))
                .toList();
        invocations.add(String.join(" ", data));
        times.add(clock.elapsed());
        return behaviour.on(data, invocations.size());
    }
}

package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a plan's events without sending any: what it would send, and how fast one core makes it. */
public final class Rehearsal {

    private final TrafficPlan plan;

    public Rehearsal(TrafficPlan plan) {
        this.plan = plan;
    }

    /** Events and bytes by dataset and by what was done to them, and CPU time of this thread. */
    public ObjectNode run() {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Map<String, Map<String, Integer>> kinds = new TreeMap<>();
        long bytes = 0;
        for (Traffic traffic = new Traffic(plan); traffic.hasNext(); ) {
            SimulatedEvent event = traffic.next();
            bytes += event.json().length;
            kinds.computeIfAbsent(event.dataset(), dataset -> new TreeMap<>())
                    .merge(event.kind().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", plan.seed());
        json.put("start", plan.start().toString());
        ObjectNode datasets = json.putObject("datasets");
        kinds.forEach((dataset, counts) -> {
            ObjectNode each = datasets.putObject(dataset);
            each.put(
                    "events",
                    counts.values().stream().mapToInt(Integer::intValue).sum());
            counts.forEach(each::put);
        });
        json.put("events", plan.events());
        json.put("bytesPerEvent", plan.events() == 0 ? 0 : bytes / plan.events());
        json.put("cpuSeconds", Math.round(cpuSeconds * 1_000) / 1_000.0);
        json.put("eventsPerCpuSecond", Math.round(plan.events() / cpuSeconds));
        return json;
    }
}

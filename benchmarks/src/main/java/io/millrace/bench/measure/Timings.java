package io.millrace.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each piece of work took. */
public final class Timings {
    private final Map<String, Timing> byName;

    Timings(Map<String, Timing> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    public Timing of(String name) {
        Timing found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Cannot tell what " + name + " took: there are " + byName.keySet());
        }
        return found;
    }

    /** All of them, by name and unit, in the order in which they were named. */
    public Map<String, Samples> samples() {
        Map<String, Samples> samples = new LinkedHashMap<>();
        byName.forEach((name, timing) -> {
            samples.put(name + ", ns of the thread per event", timing.thread());
            samples.put(name + ", ns of the process per event", timing.process());
        });
        return samples;
    }
}

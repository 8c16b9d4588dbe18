package io.millrace.lake.aws;

import java.util.EnumMap;
import java.util.Map;

/** How often AWS would have been asked; Iceberg asks from threads of its own too. */
public final class CallCount {
    private final Map<Call, Long> counts = new EnumMap<>(Call.class);

    void add(Call call) {
        add(call, 1);
    }

    synchronized void add(Call call, long more) {
        counts.merge(call, more, Long::sum);
    }

    /** The counts since the last time. */
    public synchronized Map<Call, Long> take() {
        Map<Call, Long> taken = new EnumMap<>(Call.class);
        for (Call call : Call.values()) {
            taken.put(call, counts.getOrDefault(call, 0L));
        }
        counts.clear();
        return taken;
    }
}

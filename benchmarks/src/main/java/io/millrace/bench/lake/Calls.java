package io.millrace.bench.lake;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often AWS would have been asked.
 *
 * @param puts the S3 PUTs among them, by what was put
 */
public record Calls(Map<Call, Long> calls, Map<Put, Long> puts) {
    public static final Calls NONE = new Calls(Map.of(), Map.of());

    public Calls {
        calls = Map.copyOf(calls);
        puts = Map.copyOf(puts);
    }

    public long of(Call call) {
        return calls.getOrDefault(call, 0L);
    }

    public Calls plus(Calls more) {
        Map<Call, Long> allCalls = new EnumMap<>(Call.class);
        allCalls.putAll(calls);
        more.calls.forEach((call, count) -> allCalls.merge(call, count, Long::sum));
        Map<Put, Long> allPuts = new EnumMap<>(Put.class);
        allPuts.putAll(puts);
        more.puts.forEach((put, count) -> allPuts.merge(put, count, Long::sum));
        return new Calls(allCalls, allPuts);
    }
}

package io.millrace.bench.cost;

import io.millrace.bench.lake.Call;
import io.millrace.bench.lake.Calls;
import io.millrace.bench.lake.Put;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one invocation asks AWS for, on average.
 *
 * @param puts the S3 PUTs among the calls, by what is put
 */
record Asked(Map<Call, Double> calls, Map<Put, Double> puts) {
    Asked {
        calls = Map.copyOf(calls);
        puts = Map.copyOf(puts);
    }

    /** Of so many invocations. */
    static Asked average(Calls sum, int of) {
        return new Asked(average(sum.calls(), Call.class, of), average(sum.puts(), Put.class, of));
    }

    private static <K extends Enum<K>> Map<K, Double> average(Map<K, Long> sums, Class<K> kind, int of) {
        Map<K, Double> each = new EnumMap<>(kind);
        sums.forEach((what, sum) -> each.put(what, (double) sum / of));
        return each;
    }

    double of(Call call) {
        return calls.getOrDefault(call, 0.0);
    }

    double of(Put put) {
        return puts.getOrDefault(put, 0.0);
    }
}

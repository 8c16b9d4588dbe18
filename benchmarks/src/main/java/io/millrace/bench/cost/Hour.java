package io.millrace.bench.cost;

import io.millrace.bench.lake.Call;
import java.util.Map;

/**
 * What an hour of events uses, from the stream to the tables.
 *
 * @param putUnits of 25 KB each, at least one a record
 * @param calls of the writer and the committer together
 * @param storedBytes that bronze, silver and quarantine grow by
 */
record Hour(
        double events,
        double shards,
        double putUnits,
        Function writer,
        Function committer,
        Map<Call, Double> calls,
        double storedBytes,
        double posts,
        Function ingest) {
    Hour {
        calls = Map.copyOf(calls);
    }

    double calls(Call call) {
        return calls.getOrDefault(call, 0.0);
    }
}

package io.millrace.bench.report;

import io.millrace.bench.measure.Samples;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a benchmark.
 *
 * @param id of the target, as P4
 * @param what is measured, against what
 */
public record Question(String id, String what, Bar bar) {

    /**
     * Answers it.
     *
     * @param note what else a reader should know
     * @param samples what the figure was made of, by name and unit
     */
    public Answer answer(double measured, String note, Map<String, Samples> samples) {
        return new Answer(this, bar.verdict(measured), measured, note, samples, List.of());
    }

    /** Says why there is no answer here. */
    public Answer notRun(String reason) {
        return new Answer(this, Verdict.NOT_RUN, null, reason, Map.of(), List.of());
    }

    /** Says what went wrong. */
    public Answer failed(String reason) {
        return new Answer(this, Verdict.FAILED, null, reason, Map.of(), List.of());
    }
}

package io.millrace.bench.report;

import io.millrace.bench.measure.Samples;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found.
 *
 * @param measured the figure that is held against the bar; null where none was measured
 * @param note what else a reader should know, or the reason why there is no figure
 * @param samples what the figure was made of, by name and unit
 * @param details lines of text to be shown below the table
 */
public record Answer(
        Question question,
        Verdict verdict,
        @Nullable Double measured,
        String note,
        Map<String, Samples> samples,
        List<String> details) {

    public Answer {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
        details = List.copyOf(details);
    }

    /** The same, with details. */
    public Answer with(List<String> lines) {
        return new Answer(question, verdict, measured, note, samples, lines);
    }

    /** The figure as people read it. */
    public String figure() {
        return measured == null ? "-" : question.bar().unit().text(measured);
    }
}

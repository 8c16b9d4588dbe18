package io.millrace.bench.report;

import io.millrace.bench.measure.Samples;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found.
 *
 * @param measured the figure that is held against the bar; null where none was measured
 * @param note what else a reader should know, or the reason why there is no figure
 * @param samples what the figure was made of, by name and unit
 */
public record Answer(
        Question question, Verdict verdict, @Nullable Double measured, String note, Map<String, Samples> samples) {

    public Answer {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }

    /** The figure as people read it. */
    public String figure() {
        return measured == null ? "-" : question.bar().unit().text(measured);
    }
}

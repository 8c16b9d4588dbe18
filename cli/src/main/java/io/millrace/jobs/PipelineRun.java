package io.millrace.jobs;

import io.millrace.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Runs a pipeline's jobs on Glue, one after the other, as far as they succeed. Nothing is tried again. */
public final class PipelineRun {
    private final Target target;
    private final BiConsumer<Pipeline.Step, String> progress;

    /** @param progress hears the state of the step that runs */
    public PipelineRun(Target target, BiConsumer<Pipeline.Step, String> progress) {
        this.target = target;
        this.progress = progress;
    }

    /**
     * How a step ended.
     *
     * @param seconds from its start to its end, as seen from here
     */
    public record StepEnd(Pipeline.Step step, RunEnd end, double seconds) {}

    /** Runs the steps; the last of the answer is the one that failed, if one did. */
    public List<StepEnd> run(Pipeline pipeline, Map<String, String> arguments) throws InterruptedException {
        List<StepEnd> ends = new ArrayList<>();
        try (JobRuns runs = new JobRuns(target)) {
            for (Pipeline.Step step : pipeline.steps()) {
                long begun = System.nanoTime();
                RunEnd end = runs.run(step.job(), arguments, state -> progress.accept(step, state));
                ends.add(new StepEnd(step, end, (System.nanoTime() - begun) / 1e9));
                if (!end.succeeded()) {
                    return ends;
                }
            }
        }
        return ends;
    }
}

package io.millrace.job.model;

import io.millrace.alert.GateFailure;
import io.millrace.job.JobContext;
import io.millrace.job.quality.GateException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** Models in the order in which they were made. */
public record ModelResults(List<ModelResult> models) {
    public ModelResults {
        models = List.copyOf(models);
    }

    /**
     * Runs models one after another.
     *
     * @throws GateException when all have run, if versions of some did not pass their gate
     */
    static ModelResults of(List<Model> models, ModelArguments arguments, JobContext context)
            throws NoSuchTableException {
        LocalDate asked = arguments.asOf();
        LocalDate asOf = asked == null ? LocalDate.ofInstant(context.startedAt(), ZoneOffset.UTC) : asked;
        List<GateFailure> refusals = new ArrayList<>();
        ModelRun run = new ModelRun(context, asOf, refusals::add);
        List<ModelResult> results = new ArrayList<>();
        for (Model model : models) {
            results.add(run.run(model, arguments.full()));
        }
        if (!refusals.isEmpty()) {
            throw new GateException(refusals);
        }
        return new ModelResults(results);
    }
}

package io.millrace.job.model;

import io.millrace.job.JobContext;
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

    /** Runs models one after another. */
    static ModelResults of(List<Model> models, ModelArguments arguments, JobContext context)
            throws NoSuchTableException {
        LocalDate asked = arguments.asOf();
        LocalDate asOf = asked == null ? LocalDate.ofInstant(context.startedAt(), ZoneOffset.UTC) : asked;
        ModelRun run = new ModelRun(context, asOf);
        List<ModelResult> results = new ArrayList<>();
        for (Model model : models) {
            results.add(run.run(model, arguments.full()));
        }
        return new ModelResults(results);
    }
}

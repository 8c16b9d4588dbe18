package io.millrace.job.silver;

import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.argument.Argument;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.jspecify.annotations.Nullable;

/** Makes silver tables by their SQL: sessions, users, transactions, products. */
public final class SilverJob implements Job<SilverJob.Arguments, SilverJob.Result> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new SilverJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "silver";
    }

    @Override
    public String description() {
        return "Makes sessions, users, transactions and products of typed events and landed rows.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Result run(Arguments arguments, JobContext context) throws NoSuchTableException {
        ModelRun run = new ModelRun(context);
        List<ModelResult> results = new ArrayList<>();
        for (Model model : SilverModels.of(arguments.models())) {
            results.add(run.run(model, arguments.force()));
        }
        return new Result(results);
    }

    /** Which models to make, all where none is named. */
    public record Arguments(
            @Argument("Models, with commas between; all where it is not given") @Nullable
            List<String> models,

            @Argument(value = "Make a table again though no source has changed", byDefault = "false")
            boolean force) {
        @Override
        public List<String> models() {
            return models == null ? List.of() : models;
        }
    }

    /** Models in the order in which they were made. */
    public record Result(List<ModelResult> models) {}
}

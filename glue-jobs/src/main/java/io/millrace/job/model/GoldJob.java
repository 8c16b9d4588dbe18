package io.millrace.job.model;

import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import java.util.List;

/** Makes gold tables by their SQL: what people did, bought and are likely to do next, by day. */
public final class GoldJob implements Job<ModelArguments, ModelResults> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new GoldJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "gold";
    }

    @Override
    public String description() {
        return "Makes daily figures of events, users, sales and segments of silver tables.";
    }

    @Override
    public Class<ModelArguments> arguments() {
        return ModelArguments.class;
    }

    @Override
    public ModelResults run(ModelArguments arguments, JobContext context) throws Exception {
        return ModelResults.of(BundledModels.of(BundledModels.GOLD, arguments.models()), arguments, context);
    }
}

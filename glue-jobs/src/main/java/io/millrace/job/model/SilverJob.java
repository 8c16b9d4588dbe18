package io.millrace.job.model;

import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import java.util.List;

/** Makes silver tables by their SQL: sessions, users and their days, transactions, products. */
public final class SilverJob implements Job<ModelArguments, ModelResults> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new SilverJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "silver";
    }

    @Override
    public String description() {
        return "Makes sessions, users and their days, transactions and products of typed events and landed rows.";
    }

    @Override
    public Class<ModelArguments> arguments() {
        return ModelArguments.class;
    }

    @Override
    public ModelResults run(ModelArguments arguments, JobContext context) throws Exception {
        return ModelResults.of(BundledModels.of(BundledModels.SILVER, arguments.models()), arguments, context);
    }
}

package io.millrace.job.landing;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Format;
import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.argument.Argument;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.jspecify.annotations.Nullable;

/** Loads landed CSV files, each version of a file once. */
public final class BatchIngestJob implements Job<BatchIngestJob.Arguments, BatchIngestJob.Result> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new BatchIngestJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "batch-ingest";
    }

    @Override
    public String description() {
        return "Loads landed CSV files into bronze and as typed rows, each once.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Result run(Arguments arguments, JobContext context) throws NoSuchTableException {
        String prefix = arguments.landing() == null ? context.lake().root() + "/landing" : arguments.landing();
        Landing landing = new Landing(context.lake().files(), prefix);
        List<LoadedDataset> loaded = new ArrayList<>();
        for (Contract contract : contracts(arguments.datasets())) {
            List<LandedFile> files = landing.of(contract.dataset());
            if (!files.isEmpty()) {
                loaded.add(new DatasetLoad(contract, context).run(files));
            }
        }
        return new Result(loaded);
    }

    private static List<Contract> contracts(List<String> wanted) {
        List<Contract> landed = Contracts.bundled().all().stream()
                .filter(contract -> contract.format() == Format.ROWS)
                .toList();
        List<String> known = landed.stream().map(Contract::dataset).toList();
        for (String dataset : wanted) {
            if (!known.contains(dataset)) {
                throw new IllegalArgumentException(
                        "Cannot load dataset " + dataset + ": files are landed of " + String.join(", ", known));
            }
        }
        return landed.stream()
                .filter(contract -> wanted.isEmpty() || wanted.contains(contract.dataset()))
                .toList();
    }

    /**
     * What to load.
     *
     * @param datasets empty for all
     * @param landing null for {@code landing} in the lake's bucket
     */
    public record Arguments(
            @Argument("Datasets, with commas between; all where it is not given") @Nullable
            List<String> datasets,

            @Argument("Where files are landed, as s3://BUCKET/landing") @Nullable
            String landing) {
        @Override
        public List<String> datasets() {
            return datasets == null ? List.of() : datasets;
        }
    }

    /** Datasets of which there are files. */
    public record Result(List<LoadedDataset> datasets) {}
}

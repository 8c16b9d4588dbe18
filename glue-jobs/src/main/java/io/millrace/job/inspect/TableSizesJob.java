package io.millrace.job.inspect;

import io.millrace.job.Job;
import io.millrace.job.JobContext;
import io.millrace.job.JobRunner;
import io.millrace.job.Layer;
import io.millrace.job.argument.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Says how large each table is and of how many files: what compaction would have to do. Changes nothing. */
public final class TableSizesJob implements Job<TableSizesJob.Arguments, TableSizesJob.Result> {
    public static void main(String[] arguments) throws Exception {
        JobRunner.ofProcess().run(new TableSizesJob(), List.of(arguments));
    }

    @Override
    public String name() {
        return "table-sizes";
    }

    @Override
    public String description() {
        return "Says how large each table is and of how many files.";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Result run(Arguments arguments, JobContext context) {
        List<Layer> layers = arguments.layer() == null ? Arrays.asList(Layer.values()) : List.of(arguments.layer());
        List<TableSize> tables = new ArrayList<>();
        for (Layer layer : layers) {
            for (String name : context.lake().tables(layer)) {
                context.input(layer, name);
                tables.add(size(layer, name, context.lake().table(layer, name)));
            }
        }
        return new Result(tables);
    }

    private static TableSize size(Layer layer, String name, Table table) {
        Snapshot current = table.currentSnapshot();
        Map<String, String> summary = current == null ? Map.of() : current.summary();
        int snapshots = 0;
        for (Snapshot ignored : table.snapshots()) {
            snapshots++;
        }
        return new TableSize(
                layer,
                name,
                Long.parseLong(summary.getOrDefault("total-records", "0")),
                Long.parseLong(summary.getOrDefault("total-data-files", "0")),
                Long.parseLong(summary.getOrDefault("total-delete-files", "0")),
                Long.parseLong(summary.getOrDefault("total-files-size", "0")),
                snapshots);
    }

    /**
     * What to look at.
     *
     * @param layer null for all
     */
    public record Arguments(
            @Argument("Only tables of this layer") @Nullable Layer layer) {}

    /** Tables by layer and name. */
    public record Result(List<TableSize> tables) {}

    /** One table, as its newest snapshot sums it up. */
    public record TableSize(
            Layer layer, String table, long rows, long dataFiles, long deleteFiles, long bytes, int snapshots) {}
}

package io.millrace.job.model;

import io.millrace.alert.GateFailure;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.job.publish.BranchWriter;
import io.millrace.job.publish.Publication;
import io.millrace.job.publish.Publish;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.storage.StorageLevel;

/**
 * Brings one model's table up to its sources: computes the days again that changes of the sources since the model's last run
 * bear on, and writes those that came out differently, in one commit that also says what they were made of. Run again, after
 * whatever cut it off, it ends the same.
 *
 * @param asOf the run's day
 * @param refusals is told of each version that did not pass its gate
 */
record ModelRun(JobContext context, LocalDate asOf, Consumer<GateFailure> refusals) {

    /** @param full whether to make everything again, whatever has changed */
    ModelResult run(Model model, boolean full) throws NoSuchTableException {
        ModelTable table = new ModelTable(context.lake(), model.contract());
        if (context.dryRun() && !missing(model).isEmpty()) {
            return new ModelResult(model.name(), "waits for " + missing(model), 0, List.of(), List.of());
        }
        Inputs inputs = Inputs.now(context.lake(), model, model.sources());
        Optional<Made> before = table.made();
        Days touched = new Touched(model, asOf).since(full ? Optional.empty() : before, inputs, table::present);
        Made made = new Made(model.version(), asOf, inputs.snapshots());
        if (touched.isEmpty()) {
            return settled(model, table, inputs, before, made, touched);
        }
        Dataset<Row> rows = table.select(context.spark().sql(sql(model, inputs, touched)))
                .where(table.within(touched))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            if (context.dryRun()) {
                return new ModelResult(model.name(), "would be made", rows.count(), touched.texts(), touched.texts());
            }
            table.prepare();
            context.output(model.contract().layer(), model.name());
            Days written = full || before.isEmpty() ? touched : table.differing(rows, touched);
            if (written.isEmpty()) {
                return settled(model, table, inputs, before, made, touched);
            }
            if (!published(model, table, branch -> table.replace(branch, rows, written, made))) {
                return new ModelResult(model.name(), "refused", table.rows(), touched.texts(), written.texts());
            }
            inputs.keep(model);
            return new ModelResult(model.name(), "made", table.rows(), touched.texts(), written.texts());
        } finally {
            rows.unpersist();
        }
    }

    /** Writes the next version; gold is held to its contract before anybody sees it. */
    private boolean published(Model model, ModelTable table, BranchWriter writer) throws NoSuchTableException {
        if (model.contract().layer() != Layer.GOLD) {
            writer.write(table.sqlName());
            return true;
        }
        Publication publication = new Publish(context).publish(Layer.GOLD, model.rules(), writer);
        publication.refusal().ifPresent(refusals);
        return publication.refusal().isEmpty();
    }

    /** Sources that a run before this one makes, which a dry run has not made. */
    private Set<Source> missing(Model model) {
        return model.sources().stream()
                .filter(source -> !context.lake().has(source.layer(), source.table()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Nothing to write: the table is what it would be, and only stands for newer snapshots of its sources. */
    private ModelResult settled(
            Model model, ModelTable table, Inputs inputs, Optional<Made> before, Made made, Days touched) {
        if (!context.dryRun() && !before.equals(Optional.of(made))) {
            table.note(made);
            inputs.keep(model);
        }
        return ModelResult.unchanged(model, table.rows(), touched);
    }

    private String sql(Model model, Inputs inputs, Days touched) {
        Reach reach = model.contract().reach();
        return model.on(
                source ->
                        inputs.rows(source, context.input(source.layer(), source.table()), reach.read(source, touched)),
                asOf);
    }
}

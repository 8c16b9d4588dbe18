package io.millrace.job.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which days of a model's table have to be made again.
 *
 * @param asOf the run's day
 */
record Touched(Model model, LocalDate asOf) {
    /**
     * Since what the table was made of.
     *
     * @param made empty where everything is to be made
     * @param present the days that the table has, asked only where it forgets some
     */
    Days since(Optional<Made> made, Inputs inputs, Supplier<Days> present) {
        Reach reach = model.contract().reach();
        Days all = reach.asOf() ? Days.of(java.util.List.of(asOf)) : Days.ALL;
        if (made.isEmpty() || !made.get().version().equals(model.version())) {
            return all;
        }
        Made before = made.get();
        if (reach.asOf()) {
            return before.asOf().equals(asOf) && changed(before, inputs).isEmpty() ? Days.NONE : all;
        }
        Optional<LocalDate> first = reach.since(asOf);
        if (first.isEmpty()) {
            return changed(before, inputs);
        }
        if (asOf.isBefore(before.asOf())) {
            // Days come back that the table has forgotten.
            return Days.ALL;
        }
        Days forgotten = present.get().only(day -> day.isBefore(first.get()));
        return changed(before, inputs).only(day -> !day.isBefore(first.get())).and(forgotten);
    }

    private Days changed(Made before, Inputs inputs) {
        Reach reach = model.contract().reach();
        return model.sources().stream()
                .map(source -> reach.of(source, inputs.changed(source, before)))
                .reduce(Days.NONE, Days::and);
    }
}

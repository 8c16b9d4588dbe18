package io.millrace.job.model;

import io.millrace.job.argument.Argument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models to make.
 *
 * @param models names, all where none is given
 * @param full whether to make everything again, whatever has changed
 * @param asOf the run's day, today (UTC) where it is not given
 */
public record ModelArguments(
        @Argument("Models, with commas between; all where it is not given") @Nullable
        List<String> models,

        @Argument(value = "Make everything again, whatever has changed", byDefault = "false")
        boolean full,

        @Argument("Day for which windows and segments are made, as 2026-03-01; today where it is not given") @Nullable
        LocalDate asOf) {
    @Override
    public List<String> models() {
        return models == null ? List.of() : models;
    }
}

package io.millrace.job.model;

import java.util.List;

/**
 * What became of one model.
 *
 * @param outcome made, unchanged, or refused by its gate; in a dry run would be made, or waits for sources
 * @param rows of the table now, or in a dry run of what would be made
 * @param touched the days that its sources' changes reach, which were computed again; {@code all} for the whole table
 * @param written those of them whose rows came out differently
 */
public record ModelResult(String model, String outcome, long rows, List<String> touched, List<String> written) {
    static ModelResult unchanged(Model model, long rows, Days touched) {
        return new ModelResult(model.name(), "unchanged", rows, touched.texts(), List.of());
    }
}

package io.millrace.job.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of files that nothing refers to.
 *
 * @param refused why none was removed, null where nothing kept the run from it
 * @param tables those that had some
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrphanReport(@Nullable String refused, List<OrphanResult> tables) {
    static OrphanReport refused(String why) {
        return new OrphanReport(why, List.of());
    }
}

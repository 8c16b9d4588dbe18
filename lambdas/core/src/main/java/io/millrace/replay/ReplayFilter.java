package io.millrace.replay;

import io.millrace.event.Stage;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined rows of one dataset are meant. What is empty or null means any.
 *
 * @param stage {@link Stage#DOOR} or {@link Stage#ROW}: a record that could not be decoded is no event of any dataset
 * @param reason a part of the reason, in letters of any case
 * @param id an event's id, a batch's id or a row's position
 * @param from first time of receipt
 * @param to first time of receipt after it
 */
public record ReplayFilter(
        String dataset,
        @Nullable Stage stage,
        String rule,
        String reason,
        String source,
        String id,
        Instant from,
        Instant to) {

    public ReplayFilter {
        if (stage == Stage.DECODE) {
            throw new IllegalArgumentException(
                    "Cannot replay records of stage decode: they could not be read as events of any dataset");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Cannot replay from " + from + " to " + to + ": nothing is between");
        }
    }

    /** Whether a row's reason holds the text that is asked for. */
    public boolean wantsReason(String text) {
        return text.toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT));
    }
}

package io.millrace.alerts.fold;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where entries are remembered, for all that send at once. */
public interface AlertLog {
    /** The newest entry of a key. */
    Optional<Entry> find(String key);

    /**
     * Puts an entry in the place of the one that was found.
     *
     * @param before what was found, null for nothing
     * @return false if another stands there now; nothing was changed
     */
    boolean replace(@Nullable Entry before, Entry next);
}

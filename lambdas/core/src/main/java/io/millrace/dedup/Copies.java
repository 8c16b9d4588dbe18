package io.millrace.dedup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows of silver are copies of an event that another row holds. */
public final class Copies {
    private Copies() {}

    /**
     * The rows to take out so that each event stays once: all but the first of each, by receipt and then by place in the
     * source. Depends on the rows alone and not on their order, so that the same rows always leave the same ones, and
     * what it leaves has no copies. Rows may be given in groups, as long as all rows of an event are in one group.
     *
     * @return in the order of receipt
     */
    public static List<SilverRow> surplus(Collection<SilverRow> rows) {
        Map<Fingerprint, SilverRow> first = new HashMap<>();
        List<SilverRow> surplus = new ArrayList<>();
        for (SilverRow row : rows) {
            SilverRow held = first.putIfAbsent(row.event(), row);
            if (held != null && row.compareTo(held) < 0) {
                first.put(row.event(), row);
                surplus.add(held);
            } else if (held != null) {
                surplus.add(row);
            }
        }
        surplus.sort(null);
        return surplus;
    }
}

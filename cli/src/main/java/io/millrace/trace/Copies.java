package io.millrace.trace;

import io.millrace.contract.Layer;
import io.millrace.trace.EventCopy.Landing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from the rows that hold an event how often it came and what became of each copy. */
final class Copies {

    private Copies() {}

    /** The copies in the order of their receipt; commit times and the ledger's part are not known yet. */
    static List<EventCopy> of(List<FoundRow> rows) {
        Map<String, List<FoundRow>> byPosition = new LinkedHashMap<>();
        Map<String, String> inSilver = new HashMap<>();
        for (FoundRow row : rows) {
            byPosition
                    .computeIfAbsent(row.dataset() + " " + row.position(), none -> new ArrayList<>())
                    .add(row);
            if (row.layer() == Layer.SILVER) {
                inSilver.putIfAbsent(identity(row), row.position());
            }
        }
        return byPosition.values().stream()
                .map(copy -> copy(copy, inSilver.get(identity(copy.get(0)))))
                .sorted(Comparator.comparing(EventCopy::receivedAt).thenComparing(EventCopy::position))
                .toList();
    }

    /** The same id from another source, or in another dataset, is another event. */
    private static String identity(FoundRow row) {
        return row.dataset() + " " + row.source();
    }

    private static EventCopy copy(List<FoundRow> rows, @Nullable String silverPosition) {
        // Of a copy that was replayed, the row that tells of its first way.
        FoundRow any =
                rows.stream().filter(row -> row.rejection() != null).findFirst().orElse(rows.get(0));
        WhyRejected rejection = any.rejection();
        Fate fate = fate(any, rejection, silverPosition);
        return new EventCopy(
                any.dataset(),
                any.source(),
                any.batchId(),
                any.receivedAt(),
                any.position(),
                any.contractVersion(),
                any.writtenAt(),
                fate,
                fate == Fate.DUPLICATE ? silverPosition : null,
                rejection,
                null,
                rows.stream()
                        .sorted(Comparator.comparing(FoundRow::layer))
                        .map(row -> new Landing(label(row), row.table(), row.file(), null))
                        .toList());
    }

    private static Fate fate(FoundRow row, @Nullable WhyRejected rejection, @Nullable String silverPosition) {
        if (rejection != null && rejection.replay() == null) {
            return Fate.QUARANTINE;
        }
        if (silverPosition == null) {
            return Fate.BRONZE;
        }
        return silverPosition.equals(row.position()) ? Fate.SILVER : Fate.DUPLICATE;
    }

    private static String label(FoundRow row) {
        return row.layer().name().toLowerCase(Locale.ROOT);
    }
}

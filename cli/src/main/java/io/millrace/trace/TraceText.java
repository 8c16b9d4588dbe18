package io.millrace.trace;

import io.millrace.trace.EventCopy.Landing;
import io.millrace.trace.EventCopy.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way of an event for a person: a line for each stage, with the time since the door. */
public final class TraceText {

    private TraceText() {}

    /** @param copies at least one, in the order of receipt */
    public static String of(String eventId, List<EventCopy> copies) {
        StringBuilder out = new StringBuilder();
        out.append("Event ").append(eventId).append(": ");
        out.append(copies.size() == 1 ? "one copy" : copies.size() + " copies").append("\n");
        for (int i = 0; i < copies.size(); i++) {
            copy(out, i + 1, copies.get(i), copies);
        }
        return out.toString();
    }

    private static void copy(StringBuilder out, int number, EventCopy copy, List<EventCopy> copies) {
        out.append("\nCopy ")
                .append(number)
                .append(" of ")
                .append(copy.dataset())
                .append(": ");
        out.append(fate(copy, copies)).append("\n");
        line(out, "door", copy.receivedAt().toString(), "from " + copy.source() + " in batch " + copy.batchId());
        line(out, "stream", "", copy.position());
        line(out, "file", since(copy, copy.writtenAt()), "contract " + copy.contractVersion());
        LedgerEntry claim = copy.claim();
        if (claim != null) {
            line(out, "claim", since(copy, claim.claimedAt()), claim.k() + " of the shard, id " + claim.claimId());
            line(
                    out,
                    "fold",
                    since(copy, claim.foldedAt()),
                    claim.fold() == null ? "waits for one" : String.valueOf(claim.fold()));
        }
        for (Landing landing : copy.landings()) {
            line(out, landing.layer(), since(copy, landing.committedAt()), landing.table() + "  " + landing.file());
        }
    }

    private static String fate(EventCopy copy, List<EventCopy> copies) {
        WhyRejected rejection = copy.rejection();
        if (rejection == null) {
            return now(copy, copies);
        }
        String where = rejection.pointer().isEmpty() ? "the event" : rejection.pointer();
        String why = "rejected at " + rejection.stage() + ", rule " + rejection.rule() + ": " + where + " "
                + rejection.reason();
        WhyRejected.Replay replay = rejection.replay();
        return replay == null ? why : why + "; replayed at " + replay.at() + ", now " + now(copy, copies);
    }

    private static String now(EventCopy copy, List<EventCopy> copies) {
        return switch (copy.fate()) {
            case SILVER -> "in silver";
            case DUPLICATE -> "duplicate of copy " + number(copy, copies);
            case BRONZE -> "in bronze alone: a control record, or taken out of silver";
            case QUARANTINE -> "in quarantine";
        };
    }

    private static int number(EventCopy copy, List<EventCopy> copies) {
        int number = 1;
        while (!copies.get(number - 1).position().equals(copy.duplicateOf())) {
            number++;
        }
        return number;
    }

    private static String since(EventCopy copy, @Nullable Instant time) {
        return time == null
                ? "?"
                : String.format(
                        Locale.ROOT,
                        "+%.3f s",
                        Duration.between(copy.receivedAt(), time).toMillis() / 1000.0);
    }

    private static void line(StringBuilder out, String stage, String time, String what) {
        out.append(String.format(Locale.ROOT, "  %-10s  %-27s  %s%n", stage, time, what));
    }
}

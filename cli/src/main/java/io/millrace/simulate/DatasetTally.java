package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.send.Outcome;
import io.millrace.simulate.SimulatedEvent.Kind;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tally of one dataset. Not safe for threads. */
final class DatasetTally {

    private final BitSet sent = new BitSet();
    private final BitSet silver = new BitSet();
    private int copies;
    private int late;
    private int invalid;
    private int accepted;
    private int rejected;
    private int misjudged;
    private int unknown;
    private int maybeBronze;
    private int maybeQuarantine;

    void add(List<SimulatedEvent> events, Outcome outcome) {
        for (SimulatedEvent event : events) {
            sent.set(event.number());
            copies++;
            late += event.kind() == Kind.LATE ? 1 : 0;
            invalid += event.kind() == Kind.INVALID ? 1 : 0;
        }
        int unanswered = outcome.attempts().unanswered();
        if (outcome instanceof Outcome.Taken taken) {
            judged(events, taken, unanswered);
        } else {
            unknown += events.size();
            for (SimulatedEvent event : events) {
                perhapsTaken(event.kind() == Kind.INVALID, unanswered);
            }
        }
    }

    private void judged(List<SimulatedEvent> events, Outcome.Taken taken, int unanswered) {
        Set<Integer> refused = new HashSet<>();
        taken.rejected().forEach(one -> refused.add(one.index()));
        for (int i = 0; i < events.size(); i++) {
            SimulatedEvent event = events.get(i);
            boolean refusedHere = refused.contains(i);
            if (refusedHere) {
                rejected++;
            } else {
                accepted++;
                silver.set(event.number());
            }
            misjudged += refusedHere == (event.kind() == Kind.INVALID) ? 0 : 1;
            perhapsTaken(refusedHere, unanswered);
        }
    }

    private void perhapsTaken(boolean refused, int times) {
        maybeQuarantine += refused ? times : 0;
        maybeBronze += refused ? 0 : times;
    }

    /** Whether every event was answered, and as the simulator meant it. */
    boolean asMeant() {
        return unknown == 0 && misjudged == 0;
    }

    void writeTo(ObjectNode json) {
        json.put("sent", copies);
        json.put("unique", sent.cardinality());
        json.put("duplicates", copies - sent.cardinality());
        json.put("late", late);
        json.put("invalid", invalid);
        json.put("accepted", accepted);
        json.put("rejected", rejected);
        json.put("unknown", unknown);
        ObjectNode expected = json.putObject("expected");
        expected.put("bronze", accepted);
        expected.put("silver", silver.cardinality());
        expected.put("quarantine", rejected);
        ObjectNode atMost = json.putObject("atMost");
        atMost.put("bronze", accepted + maybeBronze);
        atMost.put("quarantine", rejected + maybeQuarantine);
    }
}

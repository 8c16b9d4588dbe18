package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.send.Outcome;
import io.millrace.simulate.SimulatedEvent.Kind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tally of one dataset. Not safe for threads. */
final class DatasetTally {

    private final BitSet sent = new BitSet();
    private final BitSet silver = new BitSet();
    private int copies;
    private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Integer> broken = new TreeMap<>();
    private int accepted;
    private int control;
    private int rejected;
    private int misjudged;
    private int unknown;
    private int maybeBronze;
    private int maybeQuarantine;

    void add(List<SimulatedEvent> events, Outcome outcome) {
        for (SimulatedEvent event : events) {
            sent.set(event.number());
            copies++;
            kinds.merge(event.kind(), 1, Integer::sum);
            if (event.kind() == Kind.INVALID) {
                broken.merge(event.rule(), 1, Integer::sum);
            }
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
                control += event.kind() == Kind.CONTROL ? 1 : 0;
                if (event.kind() != Kind.CONTROL) {
                    silver.set(event.number());
                }
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

    private int of(Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    void writeTo(ObjectNode json) {
        json.put("sent", copies);
        json.put("unique", sent.cardinality());
        json.put("duplicates", copies - sent.cardinality());
        json.put("late", of(Kind.LATE));
        json.put("outliers", of(Kind.OUTLIER));
        json.put("warnings", of(Kind.ODD));
        json.put("invalid", of(Kind.INVALID));
        ObjectNode rules = json.putObject("broken");
        broken.forEach(rules::put);
        json.put("accepted", accepted);
        json.put("rejected", rejected);
        json.put("unknown", unknown);
        ObjectNode expected = json.putObject("expected");
        expected.put("bronze", accepted);
        expected.put("silver", silver.cardinality());
        expected.put("quarantine", rejected);
        expected.put("duplicates", accepted - control - silver.cardinality());
        expected.put("control", control);
        ObjectNode atMost = json.putObject("atMost");
        atMost.put("bronze", accepted + maybeBronze);
        atMost.put("quarantine", rejected + maybeQuarantine);
    }
}

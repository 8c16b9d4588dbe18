package io.millrace.replay;

import io.millrace.contract.Contract;
import io.millrace.dedup.Fingerprint;
import io.millrace.event.Accepted;
import io.millrace.event.Rejected;
import io.millrace.event.Verdict;
import io.millrace.protocol.MessageChecker;
import io.millrace.replay.ReplayBatch.CheckedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Quarantined events held to today's contract, by the same code as on their first way into the tables. */
final class Checking {
    private final List<CheckedEvent> kept = new ArrayList<>();
    private final Map<String, Long> broken = new TreeMap<>();
    private final Map<Fingerprint, String> eventIds = new LinkedHashMap<>();

    private Checking() {}

    static Checking of(Contract contract, List<QuarantinedEvent> events) {
        MessageChecker checker = new MessageChecker(contract);
        Checking checking = new Checking();
        for (QuarantinedEvent event : events) {
            byte[] payload = event.payload();
            Verdict verdict = checker.check(event.protocol(), payload, 0, payload.length, event.arrival());
            checking.add(contract.dataset(), event, verdict);
        }
        return checking;
    }

    /** Those that keep it, in order. */
    List<CheckedEvent> kept() {
        return List.copyOf(kept);
    }

    /** How many break it still, by the rule that each breaks now. */
    Map<String, Long> broken() {
        return Map.copyOf(broken);
    }

    /** What identifies those that could go to silver. */
    Map<Fingerprint, String> eventIds() {
        return eventIds;
    }

    private void add(String dataset, QuarantinedEvent event, Verdict verdict) {
        if (verdict instanceof Rejected rejected) {
            broken.merge(rejected.rule(), 1L, Long::sum);
        } else if (verdict instanceof Accepted accepted) {
            Fingerprint fingerprint = Fingerprint.of(dataset, event.meta().sourceSystem(), accepted.eventId());
            eventIds.put(fingerprint, accepted.eventId());
            kept.add(new CheckedEvent(event, verdict, accepted.eventId(), fingerprint));
        } else {
            kept.add(new CheckedEvent(event, verdict, null, null));
        }
    }
}

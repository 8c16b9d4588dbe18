package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.SimulatedEvent.Kind;
import io.millrace.simulate.shop.Chance;
import io.millrace.simulate.shop.Uuids;
import io.millrace.simulate.source.Defect;
import io.millrace.simulate.source.Draft;
import io.millrace.simulate.source.EventBytes;
import io.millrace.simulate.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A source whose events go wrong on their way. Copies and broken events come on top of what happened, never instead of
 * it, so that what reaches silver still is the whole shop.
 */
final class Teller {

    private static final int MIN_LATE_MINUTES = 60;
    private static final int MAX_LATE_MINUTES = 72 * 60;
    private static final String EVENT_ID = "event_id";

    final Source source;
    private final Sent sent;
    private final Faults faults;
    private final List<Defect> defects;
    private final SplittableRandom chance;

    Teller(Source source, Sent sent, TrafficPlan plan) {
        this.source = source;
        this.sent = sent;
        this.faults = plan.faults();
        this.defects = source.defects();
        this.chance = new SplittableRandom(plan.seed() + source.name().hashCode());
    }

    /** The draft as it is sent; or, leaving it for the next time, a copy of an earlier event or a broken one. */
    SimulatedEvent event(Draft draft, Instant at, Duration due) {
        double of = chance.nextDouble();
        if (of < faults.duplicates() && sent.canCopy()) {
            return sent.copy(chance, due);
        }
        double broken = of - faults.duplicates();
        SimulatedEvent event = broken >= 0 && broken < faults.invalid() && draft.nature() != Draft.Nature.CONTROL
                ? broken(draft, due)
                : whole(draft, at, due, broken >= faults.invalid() && broken < faults.invalid() + faults.late());
        sent.add(event);
        return event;
    }

    private SimulatedEvent broken(Draft draft, Duration due) {
        ObjectNode event = draft.json().deepCopy();
        if (event.has(EVENT_ID)) {
            event.put(EVENT_ID, Uuids.random(chance).toString());
        }
        Defect defect = Chance.oneOf(defects, chance);
        return made(Kind.INVALID, defect.rule(), defect.damage().apply(event), due);
    }

    private SimulatedEvent whole(Draft draft, Instant at, Duration due, boolean late) {
        Kind kind = switch (draft.nature()) {
            case PLAIN -> late ? Kind.LATE : Kind.PLAIN;
            case ODD -> Kind.ODD;
            case OUTLIER -> Kind.OUTLIER;
            case CONTROL -> Kind.CONTROL;
        };
        if (kind == Kind.LATE) {
            source.date(draft.json(), at.minus(Duration.ofMinutes(chance.nextInt(MIN_LATE_MINUTES, MAX_LATE_MINUTES))));
        }
        return made(kind, "", EventBytes.of(draft.json()), due);
    }

    private SimulatedEvent made(Kind kind, String rule, byte[] json, Duration due) {
        return new SimulatedEvent(source.dataset(), sent.count(), kind, rule, json, due);
    }
}

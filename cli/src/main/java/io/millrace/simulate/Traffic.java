package io.millrace.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.SimulatedEvent.Kind;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** The events of a plan, one after another, in the order in which they are sent. The same plan gives the same events. */
public final class Traffic implements Iterator<SimulatedEvent> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_LATE_HOURS = 72;

    private final TrafficPlan plan;
    private final List<Source> sources;
    private final Shop shop;
    private final SplittableRandom chance;
    private final SplittableRandom ids;
    private final Map<String, Sent> sent = new HashMap<>();
    private int index;
    private Step step;

    public Traffic(TrafficPlan plan) {
        this.plan = plan;
        this.sources = plan.sources().stream().map(Sources::named).toList();
        this.shop = new Shop(plan.seed());
        this.chance = new SplittableRandom(plan.seed() ^ 0x5DEECE66DL);
        this.ids = chance.split();
        this.step = shop.step(plan.start());
        for (Source source : sources) {
            sent.put(source.dataset(), new Sent(plan));
        }
    }

    @Override
    public boolean hasNext() {
        return index < plan.events();
    }

    @Override
    public SimulatedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Cannot make event " + index + " of " + plan.events());
        }
        Duration due = plan.due(index);
        Source source = sources.get(index % sources.size());
        SimulatedEvent event = tell(source, due);
        index++;
        if (index % sources.size() == 0) {
            step = shop.step(plan.start().plus(plan.due(index)));
        }
        return event;
    }

    private SimulatedEvent tell(Source source, Duration due) {
        Sent before = sentBy(source);
        Kind kind = kind(before);
        if (kind == Kind.DUPLICATE) {
            return before.copy(chance, due);
        }
        byte[] json = bytes(make(source, kind));
        SimulatedEvent event = new SimulatedEvent(source.dataset(), before.count(), kind, json, due);
        before.add(event);
        return event;
    }

    private Sent sentBy(Source source) {
        Sent before = sent.get(source.dataset());
        if (before == null) {
            throw new IllegalStateException("Cannot find what " + source.name() + " sent");
        }
        return before;
    }

    private Kind kind(Sent before) {
        double of = chance.nextDouble();
        if (of < plan.duplicates()) {
            return before.canCopy() ? Kind.DUPLICATE : Kind.PLAIN;
        }
        if (of < plan.duplicates() + plan.invalid()) {
            return Kind.INVALID;
        }
        return of < plan.duplicates() + plan.invalid() + plan.late() ? Kind.LATE : Kind.PLAIN;
    }

    private ObjectNode make(Source source, Kind kind) {
        ObjectNode event = source.event(step, ids);
        if (kind == Kind.INVALID) {
            List<Defect> defects = source.defects();
            defects.get(chance.nextInt(defects.size())).damage().accept(event);
        }
        if (kind == Kind.LATE) {
            Duration late = Duration.ofMinutes(chance.nextInt(60, MAX_LATE_HOURS * 60));
            Instant at = step.at().minus(late);
            event.put("event_timestamp", EventTime.text(at));
        }
        return event;
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

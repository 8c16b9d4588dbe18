package io.millrace.simulate;

import io.millrace.simulate.SimulatedEvent.Kind;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Shop;
import io.millrace.simulate.source.Draft;
import io.millrace.simulate.source.Source;
import io.millrace.simulate.source.Sources;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The events of a plan, one after another, in the order in which they are sent. The same plan gives the same events. */
public final class Traffic implements Iterator<SimulatedEvent> {

    private final TrafficPlan plan;
    private final Tempo tempo;
    private final Shop shop;
    private final List<Teller> tellers = new ArrayList<>();
    private final Queue<Told> told = new ArrayDeque<>();
    private int index;

    public Traffic(TrafficPlan plan) {
        this.plan = plan;
        this.tempo = new Tempo(plan);
        this.shop = new Shop(
                plan.seed(), plan.start(), plan.visitsAtOnce(), plan.faults().anomalies());
        Map<String, Sent> byDataset = new HashMap<>();
        for (String name : plan.sources()) {
            Source source = Sources.named(name, plan.seed());
            Sent sent = byDataset.computeIfAbsent(source.dataset(), dataset -> new Sent(plan));
            tellers.add(new Teller(source, sent, plan));
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
        Told head = told.peek();
        while (head == null) {
            hear(shop.next(tempo.at(index)));
            head = told.peek();
        }
        SimulatedEvent event = head.teller.event(head.draft, head.at, tempo.due(index));
        if (event.kind() != Kind.DUPLICATE && event.kind() != Kind.INVALID) {
            told.remove();
        }
        index++;
        return event;
    }

    /** The shop as it stands after the events so far. */
    public Shop shop() {
        return shop;
    }

    List<Anomaly> anomalies() {
        return tempo.anomalies();
    }

    private void hear(List<Happening> happenings) {
        for (Happening happening : happenings) {
            for (Teller teller : tellers) {
                for (Draft draft : teller.source.tell(happening)) {
                    told.add(new Told(teller, draft, happening.at()));
                }
            }
        }
    }

    private record Told(Teller teller, Draft draft, Instant at) {}
}

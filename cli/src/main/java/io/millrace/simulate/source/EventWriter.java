package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.simulate.shop.Uuids;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What all sources of plain events have in common: a name, a contract, ids and chance of their own. */
abstract class EventWriter implements Source {

    private final String name;
    private final Contract contract;
    private final SplittableRandom ids;

    /** For everything about an event that the shop does not decide. */
    final SplittableRandom random;

    EventWriter(String name, String dataset, long seed) {
        this.name = name;
        this.contract = Contracts.bundled()
                .find(dataset)
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot simulate source " + name + ": there is no contract of " + dataset));
        this.random = new SplittableRandom(seed ^ ((long) name.hashCode() << 32));
        // Ids come from a source of their own, so that they stay the same whatever else is told.
        this.ids = random.split();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String dataset() {
        return contract.dataset();
    }

    @Override
    public void date(ObjectNode event, Instant at) {
        event.put(contract.eventTime(), EventTime.text(at));
    }

    @Override
    public List<Defect> defects() {
        return Defects.of(contract);
    }

    final ObjectNode event(Instant at) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_id", Uuids.random(ids).toString());
        date(event, at);
        return event;
    }
}

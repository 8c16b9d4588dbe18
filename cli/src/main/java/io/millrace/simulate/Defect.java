package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * One way to break an event.
 *
 * @param name what is wrong with it, in words
 */
record Defect(String name, Consumer<ObjectNode> damage) {

    static Defect without(String... fields) {
        return new Defect("no " + String.join(", ", fields), event -> event.remove(List.of(fields)));
    }

    static Defect unreadableTime() {
        return new Defect(
                "unreadable event_timestamp", event -> event.put("event_timestamp", "the day before yesterday"));
    }

    static Defect beforeAllTime() {
        return new Defect(
                "event_timestamp before 2020", event -> event.put("event_timestamp", "2009-02-13T23:31:30.000Z"));
    }

    /** Far ahead whatever start was chosen. */
    static Defect farFuture() {
        return new Defect("event_timestamp in 2999", event -> event.put("event_timestamp", "2999-12-31T23:59:59.000Z"));
    }
}

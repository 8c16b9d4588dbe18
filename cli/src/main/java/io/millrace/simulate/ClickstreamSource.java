package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** The clickstream of the shop: every page that is opened and every button that leads to it. */
final class ClickstreamSource implements Source {

    @Override
    public String name() {
        return "clickstream";
    }

    @Override
    public String dataset() {
        return "clickstream";
    }

    @Override
    public ObjectNode event(Step step, SplittableRandom random) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_id", Uuids.random(random).toString());
        event.put("event_timestamp", EventTime.text(step.at()));
        event.put("session_id", step.sessionId().toString());
        Words.person(event, step);
        event.put("page", step.page().path);
        event.put("action", action(step));
        event.put("element", element(step));
        event.put("referrer", Words.referrer(step));
        event.put("device", step.person().device().kind);
        event.put("source", step.campaign().source);
        ObjectNode properties = event.putObject("properties");
        properties.put("step", step.index());
        properties.put("x", random.nextInt(step.person().device().width));
        properties.put("y", random.nextInt(step.person().device().height));
        properties.put("scroll_pct", random.nextInt(101));
        properties.put("visible_ms", 400 + random.nextInt(20_000));
        Words.page(properties, step, random);
        return event;
    }

    @Override
    public List<Defect> defects() {
        return List.of(
                Defect.without("page"),
                Defect.without("event_timestamp"),
                Defect.without("session_id", "user_id", "anonymous_id"),
                Defect.unreadableTime(),
                Defect.beforeAllTime(),
                Defect.farFuture());
    }

    private static String action(Step step) {
        return switch (step.page()) {
            case CART -> "add_to_cart";
            case CONFIRMATION -> "purchase";
            case SEARCH -> "search";
            default -> step.index() == 0 ? "landing" : "click";
        };
    }

    private static String element(Step step) {
        Page previous = step.previous();
        return previous == null ? "document" : "a." + Words.lower(previous) + "-to-" + Words.lower(step.page());
    }
}

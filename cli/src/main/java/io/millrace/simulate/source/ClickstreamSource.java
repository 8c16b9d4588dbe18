package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Device;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Page;
import io.millrace.simulate.shop.Step;
import java.util.List;

/** The clickstream of the shop: every page and screen that is opened, and what led to it. */
final class ClickstreamSource extends EventWriter {

    ClickstreamSource(long seed) {
        super("clickstream", "clickstream", seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        return happening instanceof Step step ? List.of(Draft.plain(told(step))) : List.of();
    }

    private ObjectNode told(Step step) {
        Device device = step.person().device();
        ObjectNode event = event(step.at());
        event.put("session_id", step.sessionId().toString());
        PageWords.person(event, step);
        event.put("page", step.page().path);
        event.put("action", action(step));
        event.put("element", element(step));
        event.put("referrer", PageWords.referrer(step));
        event.put("device", device.kind);
        event.put("source", step.campaign().source);
        ObjectNode properties = event.putObject("properties");
        properties.put("step", step.index());
        properties.put("x", random.nextInt(device.width));
        properties.put("y", random.nextInt(device.height));
        properties.put("scroll_pct", random.nextInt(101));
        properties.put("visible_ms", 400 + random.nextInt(20_000));
        PageWords.page(properties, step, random);
        return event;
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
        return previous == null ? "document" : "a." + PageWords.lower(previous) + "-to-" + PageWords.lower(step.page());
    }
}

package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** What the shop's web application reports: views, clicks, sign-ups and purchases with their worth. */
final class WebSource implements Source {

    @Override
    public String name() {
        return "web";
    }

    @Override
    public String dataset() {
        return "app_events";
    }

    @Override
    public ObjectNode event(Step step, SplittableRandom random) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_id", Uuids.random(random).toString());
        event.put("event_type", type(step));
        event.put("event_timestamp", EventTime.text(step.at()));
        Words.person(event, step);
        event.put("session_id", step.sessionId().toString());
        event.put("app_type", "web");
        event.put("app_version", "4.12.0");
        BigDecimal orderValue = step.orderValue();
        if (orderValue != null) {
            event.put("event_value", orderValue);
        }
        ObjectNode properties = event.putObject("properties");
        properties.put("page", step.page().path);
        properties.put("referrer", Words.referrer(step));
        properties.put("cart_items", step.cartItems());
        properties.put("cart_value", step.cartValue());
        Words.page(properties, step, random);
        return event;
    }

    @Override
    public List<Defect> defects() {
        return List.of(
                Defect.without("event_type"),
                Defect.without("event_timestamp"),
                Defect.without("user_id", "anonymous_id"),
                Defect.unreadableTime(),
                Defect.beforeAllTime(),
                Defect.farFuture());
    }

    private static String type(Step step) {
        return switch (step.page()) {
            case CONFIRMATION -> "purchase";
            case SIGNUP -> "signup";
            case CART -> "click";
            default -> "view";
        };
    }
}

package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Chance;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.Step;
import java.util.List;

/** What the shop's web site, or its mobile app, reports: views, clicks, sign-ups and purchases with their worth in USD. */
final class AppSource extends EventWriter {

    private static final List<String> RELEASES = List.of("8.3.1", "8.3.0", "8.2.4", "7.19.2");
    private static final List<String> MODELS = List.of("iPhone14,5", "iPhone15,2", "Pixel 8", "SM-S911B", "SM-A546B");
    private static final List<String> NETWORKS = List.of("wifi", "5g", "4g");

    /** What the newest release of the app reports and the contract does not name yet. */
    private static final String UNLISTED = "app_open";

    private final boolean mobile;

    private AppSource(String name, boolean mobile, long seed) {
        super(name, "app_events", seed);
        this.mobile = mobile;
    }

    static Source web(long seed) {
        return new AppSource("web", false, seed);
    }

    static Source mobile(long seed) {
        return new AppSource("mobile", true, seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        if (!(happening instanceof Step step) || step.person().inApp() != mobile) {
            return List.of();
        }
        Order order = step.order();
        Draft.Nature nature = order != null && order.outlier() ? Draft.Nature.OUTLIER : Draft.Nature.PLAIN;
        Draft told = new Draft(told(step, type(step)), nature);
        boolean opensNewest = mobile && step.index() == 0 && release(step).equals(RELEASES.get(0));
        return opensNewest ? List.of(new Draft(told(step, UNLISTED), Draft.Nature.ODD), told) : List.of(told);
    }

    private ObjectNode told(Step step, String type) {
        ObjectNode event = event(step.at());
        event.put("event_type", type);
        PageWords.person(event, step);
        event.put("session_id", step.sessionId().toString());
        event.put("app_type", name());
        event.put("app_version", mobile ? release(step) : "4.12.0");
        Order order = step.order();
        if (order != null) {
            event.put("event_value", order.usd());
        }
        ObjectNode properties = event.putObject("properties");
        properties.put("page", step.page().path);
        properties.put("cart_items", step.cartItems());
        properties.put("cart_value", step.cartValue());
        if (mobile) {
            device(properties, step);
            PageWords.screen(properties, step, random);
        } else {
            properties.put("referrer", PageWords.referrer(step));
            PageWords.page(properties, step, random);
        }
        return event;
    }

    private static String release(Step step) {
        return RELEASES.get(step.person().number() % RELEASES.size());
    }

    private void device(ObjectNode properties, Step step) {
        String model = MODELS.get(step.person().number() % MODELS.size());
        boolean apple = model.startsWith("iPhone");
        ObjectNode device = properties.putObject("device");
        device.put("manufacturer", apple ? "Apple" : model.startsWith("SM") ? "Samsung" : "Google");
        device.put("model", model);
        device.put("os", apple ? "ios" : "android");
        device.put("os_version", apple ? "17.5.1" : "14");
        device.put("install_id", step.person().anonymousId().toString());
        device.put("battery_pct", random.nextInt(1, 101));
        device.put("free_mb", random.nextInt(200, 90_000));
        device.put("orientation", random.nextInt(10) == 0 ? "landscape" : "portrait");
        properties.put("network", Chance.oneOf(NETWORKS, random));
        properties.put("push_enabled", random.nextBoolean());
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

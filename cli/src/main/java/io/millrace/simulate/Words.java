package io.millrace.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What every browser-side source says alike of a step, whatever its dataset. */
final class Words {

    private static final String ORIGIN = "https://shop.example.com";
    private static final List<String> VARIANTS = List.of("control", "treatment");

    private Words() {}

    /** Both ids once the shop knows the person, as real SDKs send them; only the cookie's before. */
    static void person(ObjectNode event, Step step) {
        if (step.registered()) {
            event.put("user_id", step.person().userId());
        }
        event.put("anonymous_id", step.person().anonymousId().toString());
    }

    static String referrer(Step step) {
        Page previous = step.previous();
        return previous == null ? step.campaign().referrer : ORIGIN + previous.path;
    }

    static String lower(Page page) {
        return page.name().toLowerCase(Locale.ROOT);
    }

    static void page(ObjectNode properties, Step step, SplittableRandom random) {
        Person person = step.person();
        Product product = step.product();
        properties.put("url", ORIGIN + step.page().path + (product == null ? "" : "?id=" + product.id()));
        properties.put("title", step.page().title + " - Millrace Shop");
        if (product != null) {
            ObjectNode shown = properties.putObject("product");
            shown.put("product_id", product.id());
            shown.put("name", product.name());
            shown.put("category", product.category());
            shown.put("price", product.price());
            shown.put("currency", "USD");
        }
        properties.put("user_agent", person.device().userAgent);
        properties.put("country", person.country());
        properties.put("locale", person.locale());
        properties.put("time_zone", person.timeZone());
        ObjectNode viewport = properties.putObject("viewport");
        viewport.put("width", person.device().width);
        viewport.put("height", person.device().height);
        ObjectNode campaign = properties.putObject("campaign");
        campaign.put("source", step.campaign().source);
        campaign.put("medium", step.campaign().medium);
        properties.put("experiment", VARIANTS.get(random.nextInt(VARIANTS.size())));
        properties.put("load_ms", 80 + random.nextInt(1_500));
        properties.put("request_id", Uuids.random(random).toString());
    }
}

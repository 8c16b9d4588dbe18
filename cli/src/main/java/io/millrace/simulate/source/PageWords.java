package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Chance;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.OrderLine;
import io.millrace.simulate.shop.Page;
import io.millrace.simulate.shop.Person;
import io.millrace.simulate.shop.Product;
import io.millrace.simulate.shop.Step;
import io.millrace.simulate.shop.Uuids;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What every source on a visitor's side says alike of a step, whatever its dataset. */
final class PageWords {

    private static final String ORIGIN = "https://shop.example.com";
    private static final List<String> VARIANTS = List.of("control", "treatment");

    private PageWords() {}

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
        properties.put("url", ORIGIN + path(step));
        properties.put("title", step.page().title + " - Millrace Shop");
        product(properties, step.product());
        order(properties, step.order());
        properties.put("user_agent", person.device().userAgent);
        person(properties, person);
        ObjectNode viewport = properties.putObject("viewport");
        viewport.put("width", person.device().width);
        viewport.put("height", person.device().height);
        visit(properties, step, random);
    }

    static void screen(ObjectNode properties, Step step, SplittableRandom random) {
        properties.put("deep_link", "shop:/" + path(step));
        product(properties, step.product());
        order(properties, step.order());
        person(properties, step.person());
        visit(properties, step, random);
    }

    private static String path(Step step) {
        Product product = step.product();
        return step.page().path + (product == null ? "" : "?id=" + product.id());
    }

    private static void person(ObjectNode properties, Person person) {
        properties.put("country", person.home().country());
        properties.put("locale", person.home().locale());
        properties.put("time_zone", person.home().timeZone());
    }

    private static void visit(ObjectNode properties, Step step, SplittableRandom random) {
        ObjectNode campaign = properties.putObject("campaign");
        campaign.put("source", step.campaign().source);
        campaign.put("medium", step.campaign().medium);
        properties.put("experiment", Chance.oneOf(VARIANTS, random));
        properties.put("load_ms", 80 + random.nextInt(1_500));
        properties.put("request_id", Uuids.random(random).toString());
    }

    private static void product(ObjectNode properties, @Nullable Product product) {
        if (product != null) {
            ObjectNode shown = properties.putObject("product");
            shown.put("product_id", product.id());
            shown.put("name", product.name());
            shown.put("category", product.category());
            shown.put("price", product.price());
            shown.put("currency", Product.CURRENCY);
        }
    }

    private static void order(ObjectNode properties, @Nullable Order order) {
        if (order != null) {
            properties.put("order_id", order.id());
            properties.put("currency", order.currency());
            properties.put("total", order.total());
            ArrayNode lines = properties.putArray("products");
            for (OrderLine line : order.lines()) {
                ObjectNode bought = lines.addObject();
                bought.put("product_id", line.product().id());
                bought.put("quantity", line.quantity());
                bought.put("amount", line.amount());
            }
        }
    }
}

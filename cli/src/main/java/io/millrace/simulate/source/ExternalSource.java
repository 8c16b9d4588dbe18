package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.ExchangeRate;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Home;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.OrderMove;
import io.millrace.simulate.shop.Weather;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What others report to the shop: the weather, exchange rates, and webhooks of its payment provider and its carrier. */
final class ExternalSource extends EventWriter {

    ExternalSource(long seed) {
        super("external", "external", seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        if (happening instanceof Weather weather) {
            return List.of(Draft.plain(weather(weather)));
        }
        if (happening instanceof ExchangeRate rate) {
            return List.of(Draft.plain(rate(rate)));
        }
        return happening instanceof OrderMove move ? order(move) : List.of();
    }

    private ObjectNode weather(Weather weather) {
        ObjectNode event = event("weather.reported", weather.at());
        ObjectNode properties = event.putObject("properties");
        properties.put("provider", "weather.example.net");
        properties.put("location", weather.location());
        properties.put("celsius", weather.celsius());
        properties.put("wind_kmh", weather.windKmh());
        properties.put("sky", weather.sky());
        return event;
    }

    private ObjectNode rate(ExchangeRate rate) {
        ObjectNode event = event("exchange_rate.published", rate.at());
        ObjectNode properties = event.putObject("properties");
        properties.put("provider", "rates.example.net");
        properties.put("source_currency", rate.currency());
        properties.put(
                "rate_date", rate.at().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        properties.put("exchange_rate", rate.toUsd());
        return event;
    }

    private List<Draft> order(OrderMove move) {
        return switch (move.status()) {
            case COMPLETED -> List.of(Draft.plain(payment("payment.captured", move)));
            case CANCELLED -> List.of(Draft.plain(payment("payment.voided", move)));
            case SHIPPED -> List.of(Draft.plain(parcel("parcel.collected", move)));
            case DELIVERED -> List.of(Draft.plain(parcel("parcel.delivered", move)));
            case PLACED, ARCHIVED -> List.of();
        };
    }

    private ObjectNode payment(String type, OrderMove move) {
        Order order = move.order();
        ObjectNode event = event(type, move.at());
        ObjectNode properties = event.putObject("properties");
        properties.put("provider", "pay.example.net");
        properties.put("order_id", order.id());
        properties.put("amount", order.total());
        properties.put("currency", order.currency());
        ObjectNode card = properties.putObject("card");
        card.put("brand", random.nextBoolean() ? "visa" : "mastercard");
        card.put("last4", Integer.toString(random.nextInt(1_000, 10_000)));
        return event;
    }

    private ObjectNode parcel(String type, OrderMove move) {
        Home home = move.order().customer().home();
        ObjectNode event = event(type, move.at());
        ObjectNode properties = event.putObject("properties");
        properties.put("provider", "carrier.example.net");
        properties.put("order_id", move.order().id());
        properties.put("tracking", "MR" + (100_000_000L + random.nextInt(900_000_000)));
        properties.put("from", home.warehouse());
        properties.put("country", home.country());
        properties.put("weight_g", 200 + random.nextInt(9_000));
        return event;
    }

    private ObjectNode event(String type, Instant at) {
        ObjectNode event = event(at);
        event.put("event_type", type);
        return event;
    }
}

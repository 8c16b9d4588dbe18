package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.OrderLine;
import io.millrace.simulate.shop.OrderMove;
import io.millrace.simulate.shop.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the shop's order service says of each line of an order whenever the order comes further. */
final class OrdersSource extends EventWriter {

    OrdersSource(long seed) {
        super("orders", "orders", seed);
    }

    @Override
    public List<Draft> tell(Happening happening) {
        if (!(happening instanceof OrderMove move) || move.status() == OrderStatus.ARCHIVED) {
            return List.of();
        }
        List<Draft> lines = new ArrayList<>();
        for (OrderLine line : move.order().lines()) {
            lines.add(new Draft(told(move, line), move.order().outlier() ? Draft.Nature.OUTLIER : Draft.Nature.PLAIN));
        }
        return lines;
    }

    private ObjectNode told(OrderMove move, OrderLine line) {
        Order order = move.order();
        Instant at = move.at();
        ObjectNode event = event(at);
        event.put("event_type", "order_" + move.status().word());
        event.put("order_id", order.id());
        event.put("transaction_id", order.id() + "-" + line.number());
        event.put("customer_id", order.customer().userId());
        event.put("product_id", line.product().id());
        event.put("quantity", line.quantity());
        event.put("amount", line.amount());
        event.put("currency", order.currency());
        event.put("region", order.customer().home().region());
        return event;
    }
}

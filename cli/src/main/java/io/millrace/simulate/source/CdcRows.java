package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Account;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.OrderLine;
import io.millrace.simulate.shop.OrderMove;
import io.millrace.simulate.shop.Product;
import io.millrace.simulate.shop.StockLevel;

/**
 * Rows of the shop's own database as Debezium writes them with {@code decimal.handling.mode=string} and
 * {@code time.precision.mode=isostring}, which need no schema to be understood.
 */
final class CdcRows {

    private CdcRows() {}

    static ObjectNode customer(Account account) {
        ObjectNode row = customerKey(account);
        row.put("email", account.email());
        row.put("phone", account.phone());
        row.put("age", account.ageAtSignUp());
        row.put("birth_date", account.person().birthDate().toString());
        row.put("country", account.person().home().country());
        row.put("status", account.status());
        row.put("created_date", account.createdDate().toString());
        return row;
    }

    static ObjectNode customerKey(Account account) {
        return row("customer_id", account.person().userId());
    }

    static ObjectNode address(Account account) {
        ObjectNode row = customerKey(account);
        row.put("address_line1", account.addressLine());
        row.put("city", account.city());
        row.put("state", account.state());
        row.put("zip", account.zip());
        return row;
    }

    static ObjectNode product(Product product) {
        ObjectNode row = productKey(product);
        row.put("product_name", product.name());
        row.put("category", product.category());
        row.put("price", product.price().toPlainString());
        row.put("unit_cost", product.unitCost().toPlainString());
        row.put("currency", Product.CURRENCY);
        return row;
    }

    static ObjectNode productKey(Product product) {
        return row("product_id", product.id());
    }

    static ObjectNode stock(StockLevel level) {
        ObjectNode row = stockKey(level);
        row.put("quantity_on_hand", level.quantityOnHand());
        row.put("updated_at", EventTime.text(level.updatedAt()));
        return row;
    }

    static ObjectNode stockKey(StockLevel level) {
        return productKey(level.product()).put("location", level.location());
    }

    static ObjectNode order(OrderMove move) {
        Order order = move.order();
        ObjectNode row = orderKey(order);
        row.put("customer_id", order.customer().userId());
        row.put("status", move.status().word());
        row.put("currency", order.currency());
        row.put("total", order.total().toPlainString());
        row.put("region", order.customer().home().region());
        row.put("placed_at", EventTime.text(order.placedAt()));
        row.put("updated_at", EventTime.text(move.at()));
        return row;
    }

    static ObjectNode orderKey(Order order) {
        return row("order_id", order.id());
    }

    static ObjectNode orderLine(Order order, OrderLine line) {
        ObjectNode row = orderLineKey(order, line);
        row.put("product_id", line.product().id());
        row.put("quantity", line.quantity());
        row.put("amount", line.amount().toPlainString());
        return row;
    }

    static ObjectNode orderLineKey(Order order, OrderLine line) {
        return orderKey(order).put("line", line.number());
    }

    private static ObjectNode row(String key, String id) {
        return JsonNodeFactory.instance.objectNode().put(key, id);
    }
}

package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.simulate.shop.Account;
import io.millrace.simulate.shop.AccountChange;
import io.millrace.simulate.shop.Happening;
import io.millrace.simulate.shop.Order;
import io.millrace.simulate.shop.OrderLine;
import io.millrace.simulate.shop.OrderMove;
import io.millrace.simulate.shop.OrderStatus;
import io.millrace.simulate.shop.ProductChange;
import io.millrace.simulate.shop.StockChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What Debezium reads in the log of the shop's own database: customers, addresses, products, stock, orders and their
 * lines. A row that was there before the traffic began is read in an incremental snapshot when it first plays a part.
 */
final class CdcSource implements Source {

    private static final int HEARTBEAT_EVERY = 500;

    private final Connector connector;
    private int heard;

    CdcSource(long seed) {
        this.connector = new Connector(seed, new SplittableRandom(~seed));
    }

    @Override
    public String name() {
        return "cdc";
    }

    @Override
    public String dataset() {
        return "cdc_changes";
    }

    @Override
    public List<Draft> tell(Happening happening) {
        List<Draft> told = new ArrayList<>(messages(happening));
        if (++heard % HEARTBEAT_EVERY == 0) {
            told.add(connector.heartbeat(happening.at()));
        }
        return told;
    }

    @Override
    public void date(ObjectNode event, Instant at) {
        if (event.at("/value/source") instanceof ObjectNode source) {
            Connector.times(source, at);
        }
    }

    @Override
    public List<Defect> defects() {
        return CdcDefects.all();
    }

    private List<Draft> messages(Happening happening) {
        Instant at = happening.at();
        if (happening instanceof AccountChange change) {
            return account(at, change);
        }
        if (happening instanceof OrderMove move) {
            return connector.commit(at, order(move));
        }
        if (happening instanceof ProductChange change) {
            return product(at, change);
        }
        if (happening instanceof StockChange change) {
            ObjectNode key = CdcRows.stockKey(change.after());
            return connector.commit(
                    at,
                    List.of(RowChange.update(
                            "inventory", key, CdcRows.stock(change.before()), CdcRows.stock(change.after()))));
        }
        return List.of();
    }

    private List<Draft> account(Instant at, AccountChange change) {
        Account account = change.after();
        Account before = change.before();
        ObjectNode key = CdcRows.customerKey(account);
        ObjectNode customer = CdcRows.customer(account);
        ObjectNode address = CdcRows.address(account);
        if (change.kind() == AccountChange.Kind.SEEN) {
            return List.of(
                    connector.read(at, RowChange.read("customers", key, customer)),
                    connector.read(at, RowChange.read("customer_addresses", key, address)));
        }
        if (before == null) {
            return connector.commit(
                    at,
                    List.of(
                            RowChange.insert("customers", key, customer),
                            RowChange.insert("customer_addresses", key, address)));
        }
        return connector.commit(
                at,
                List.of(
                        change.kind() == AccountChange.Kind.MOVED
                                ? RowChange.update("customer_addresses", key, CdcRows.address(before), address)
                                : RowChange.update("customers", key, CdcRows.customer(before), customer)));
    }

    private List<Draft> product(Instant at, ProductChange change) {
        ObjectNode key = CdcRows.productKey(change.after());
        ObjectNode after = CdcRows.product(change.after());
        return change.before() == null
                ? List.of(connector.read(at, RowChange.read("products", key, after)))
                : connector.commit(
                        at, List.of(RowChange.update("products", key, CdcRows.product(change.before()), after)));
    }

    /** The orders table has the default replica identity: of an old row only the key is told. */
    private static List<RowChange> order(OrderMove move) {
        Order order = move.order();
        ObjectNode key = CdcRows.orderKey(order);
        ObjectNode row = CdcRows.order(move);
        if (move.status() == OrderStatus.PLACED) {
            List<RowChange> changes = new ArrayList<>();
            changes.add(RowChange.insert("orders", key, row));
            for (OrderLine line : order.lines()) {
                changes.add(RowChange.insert(
                        "order_lines", CdcRows.orderLineKey(order, line), CdcRows.orderLine(order, line)));
            }
            return changes;
        }
        return List.of(
                move.status() == OrderStatus.ARCHIVED
                        ? RowChange.delete("orders", key, row)
                        : RowChange.update("orders", key, null, row));
    }
}

package io.millrace.event;

import static io.millrace.event.RuleTable.micros;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OrdersRulesTest {
    private static RuleTable orders() {
        return new RuleTable(
                "orders",
                "'event_id':'e1'",
                "'order_id':'o1'",
                "'customer_id':'u1'",
                "'product_id':'p1'",
                "'quantity':2",
                "'amount':39.8",
                "'currency':'EUR'",
                "'transaction_date':'2026-03-01T12:00:00Z'");
    }

    @TestFactory
    Stream<DynamicTest> currency() {
        return orders().takes("'currency':' usd '", "currency", "USD")
                .takes("'currency':'KWD'", "currency", "KWD")
                .takes("'currency':'HRK'", "currency", "HRK")
                .rejects("'currency':'DEM'", "allowed_values /currency")
                .rejects("'currency':'XXX'", "allowed_values /currency")
                .rejects("'currency':'US'", "allowed_values /currency")
                .rejects("'currency':'€'", "allowed_values /currency")
                .rejects("'currency':978", "type /currency")
                .rejects("'currency':null", "required /currency")
                .rejects("'currency'", "required /currency")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> amountAndQuantity() {
        return orders().takes("'amount':39.8", "amount", new BigDecimal("39.8000"))
                .takes("'amount':'39.8'", "amount", new BigDecimal("39.8000"))
                .takes("'amount':139.92999999999998", "amount", new BigDecimal("139.9300"))
                .takes("'amount':0.00005", "amount", new BigDecimal("0.0000"))
                .takes("'amount':0.00015", "amount", new BigDecimal("0.0002"))
                .takes("'amount':1e-999999999", "amount", new BigDecimal("0.0000"))
                .takes("'amount':0", "amount", new BigDecimal("0.0000"))
                .warns("'amount':-5", "amount", new BigDecimal("-5.0000"), "range /amount")
                .rejects("'amount':99999999999999.99996", "range /amount")
                .rejects("'amount':1e15", "range /amount")
                .rejects("'amount':1e999999999", "range /amount")
                .rejects("'amount':'39,80'", "type /amount")
                .rejects("'amount':null", "required /amount")
                .takes("'quantity':3000000000", "quantity", 3_000_000_000L)
                .warns("'quantity':0", "quantity", 0L, "range /quantity")
                .warns("'quantity':-1", "quantity", -1L, "range /quantity")
                .rejects("'quantity':1.5", "type /quantity")
                .rejects("'quantity'", "required /quantity")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> transactionDate() {
        return orders().takes("'transaction_date':'2026-02-28'", "transaction_date", micros("2026-02-28T00:00:00Z"))
                .takes("'transaction_date':1772366400000", "transaction_date", micros("2026-03-01T12:00:00Z"))
                .takes(
                        "'transaction_date' & 'event_timestamp':'2026-03-01T13:00:00+01:00'",
                        "transaction_date",
                        micros("2026-03-01T12:00:00Z"))
                .takes("'timestamp':'2026-03-01T11:00:00Z'", "transaction_date", micros("2026-03-01T12:00:00Z"))
                .takes("'sentAt':'2026-03-01T11:00:00Z'", "transaction_date", micros("2026-03-01T12:00:00Z"))
                .rejects("'transaction_date':'2026-02-30'", "type /transaction_date")
                .rejects("'transaction_date':'28/02/2026'", "type /transaction_date")
                .rejects("'transaction_date':'2026-03-01 12:00'", "type /transaction_date")
                .rejects("'transaction_date':'2019-12-31'", "range /transaction_date")
                .rejects("'transaction_date':'2026-03-03'", "range /transaction_date")
                .rejects("'transaction_date'", "required /transaction_date")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> stepAndTransaction() {
        return orders().takes("'event_type':' ORDER_Shipped '", "event_type", "order_shipped")
                .takes("'event_type':null", "event_type", "order_completed")
                .takes("'event_type':''", "event_type", "order_completed")
                .warns("'event_type':'order_lost'", "event_type", "order_lost", "allowed_values /event_type")
                .rejects("'event_type':{}", "type /event_type")
                .takes("'transaction_id':'t1'", "transaction_id", "t1")
                .takes("'transaction_id':null", "transaction_id", "e1")
                .takes("'event_id':'e2'", "transaction_id", "e2")
                .rejects("'transaction_id':'" + "t".repeat(257) + "'", "length /transaction_id")
                .rows();
    }

    @TestFactory
    Stream<DynamicTest> anOrderSaysWhoOrderedWhat() {
        return orders().rejects("'order_id'", "required /order_id")
                .rejects("'customer_id':''", "required /customer_id")
                .rejects("'product_id':null", "required /product_id")
                .rejects("'order_id':17", "type /order_id")
                .takes("'region':' emea '", "region", "emea")
                .rejects("'region':'" + "x".repeat(129) + "'", "length /region")
                .rows();
    }
}

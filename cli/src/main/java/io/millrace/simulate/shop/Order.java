package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What somebody bought.
 *
 * @param usd worth in USD by the catalog's prices
 * @param outlier whether it is far larger than any other on purpose
 */
public record Order(
        String id,
        Person customer,
        Instant placedAt,
        String currency,
        List<OrderLine> lines,
        BigDecimal usd,
        boolean outlier) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** In the order's currency. */
    public BigDecimal total() {
        return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes carts orders. */
final class Till {

    /** Far beyond six deviations of what people put in a cart. */
    private static final int OUTLIER_TIMES = 60;

    private final Ids ids;
    private final double outliers;
    private final SplittableRandom random;
    private int orders;

    /** @param outliers fraction of orders that are far larger than any other */
    Till(Ids ids, double outliers, SplittableRandom random) {
        this.ids = ids;
        this.outliers = outliers;
        this.random = random;
    }

    Order order(Person customer, Map<Product, Integer> cart, Instant at) {
        boolean outlier = random.nextDouble() < outliers;
        String currency = customer.home().currency();
        List<OrderLine> lines = new ArrayList<>();
        BigDecimal usd = BigDecimal.ZERO;
        for (Map.Entry<Product, Integer> each : cart.entrySet()) {
            Product product = each.getKey();
            int quantity = each.getValue() * (outlier ? OUTLIER_TIMES : 1);
            BigDecimal amount = Currencies.price(product.price(), currency).multiply(BigDecimal.valueOf(quantity));
            lines.add(new OrderLine(lines.size() + 1, product, quantity, amount));
            usd = usd.add(product.price().multiply(BigDecimal.valueOf(quantity)));
        }
        return new Order(ids.order(++orders), customer, at, currency, lines, usd, outlier);
    }
}

package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a visitor is about to buy. */
final class Cart {

    private final Map<Product, Integer> lines = new LinkedHashMap<>();

    void add(Product product, int quantity) {
        lines.merge(product, quantity, Integer::sum);
    }

    void empty() {
        lines.clear();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Quantities in the order in which products were put in. */
    Map<Product, Integer> lines() {
        return lines;
    }

    int items() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    BigDecimal usd() {
        return lines.entrySet().stream()
                .map(line -> line.getKey().price().multiply(BigDecimal.valueOf(line.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

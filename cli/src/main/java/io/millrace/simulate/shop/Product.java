package io.millrace.simulate.shop;

import java.math.BigDecimal;

/**
 * Something that the shop sells; a new price makes another one.
 *
 * @param number position in the catalog, from 0
 * @param price in USD
 * @param unitCost what the shop pays for one, in USD
 */
public record Product(int number, String id, String name, String category, BigDecimal price, BigDecimal unitCost) {

    /** All prices of the catalog are in this currency. */
    public static final String CURRENCY = "USD";

    Product at(BigDecimal newPrice) {
        return new Product(number, id, name, category, newPrice, unitCost);
    }
}

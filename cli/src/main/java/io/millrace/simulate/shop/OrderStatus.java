package io.millrace.simulate.shop;

import java.util.Locale;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    /** Paid: the sale counts. */
    COMPLETED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    /** Taken out of the shop's own database. */
    ARCHIVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

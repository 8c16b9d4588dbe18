package io.millrace.simulate.shop;

import java.time.Instant;

/** How many of a product a warehouse holds. */
public record StockLevel(Product product, String location, int quantityOnHand, Instant updatedAt) {}

package io.millrace.simulate.shop;

import java.time.Instant;

/** Goods leave or reach a warehouse. */
public record StockChange(Instant at, StockLevel before, StockLevel after) implements Happening {}

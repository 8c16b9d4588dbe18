package io.millrace.simulate.shop;

import java.time.Instant;

/** An order is placed or comes further. */
public record OrderMove(Instant at, Order order, OrderStatus status) implements Happening {}

package io.millrace.simulate.shop;

import java.math.BigDecimal;

/**
 * One product of an order.
 *
 * @param number position in the order, from 1
 * @param amount for all of the line, in the order's currency
 */
public record OrderLine(int number, Product product, int quantity, BigDecimal amount) {}

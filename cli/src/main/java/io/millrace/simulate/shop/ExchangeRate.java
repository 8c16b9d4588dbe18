package io.millrace.simulate.shop;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The day's rate of a currency, as a service outside publishes it.
 *
 * @param toUsd what one unit is worth in USD
 */
public record ExchangeRate(Instant at, String currency, BigDecimal toUsd) implements Happening {}

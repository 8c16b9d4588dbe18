package io.millrace.contract;

import java.time.Duration;
import java.time.Period;

/**
 * What the owner promises.
 *
 * @param freshness longest time from receipt until an event can be queried
 * @param rawRetention how long bytes as received are kept, in bronze and in quarantine
 * @param typedRetention how long typed rows are kept
 */
public record ServiceLevel(Duration freshness, Period rawRetention, Period typedRetention) {}

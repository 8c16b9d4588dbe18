package io.millrace.simulate.shop;

import java.time.Instant;

/**
 * A sensor in a warehouse measures.
 *
 * @param outlier whether the value was put six deviations off its mean on purpose
 */
public record Reading(Instant at, Sensor sensor, double value, boolean outlier) implements Happening {}

package io.millrace.simulate.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product gets another price, or is seen for the first time in this traffic.
 *
 * @param before null when it is only seen
 */
public record ProductChange(Instant at, @Nullable Product before, Product after) implements Happening {}

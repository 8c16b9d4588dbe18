package io.millrace.local.gateway.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a statement ended.
 *
 * @param updateCount rows inserted, changed or deleted; null when it does not change rows
 */
public record EngineOutcome(@Nullable Long updateCount, EngineProgress progress) {}

package io.millrace.lake;

import java.time.Duration;

/**
 * How a shard's dedup window stands after a claim.
 *
 * @param effective how far apart copies may arrive and are still told apart: the window's length, or less where room was
 *     lacking
 * @param fingerprints that it holds
 * @param bytes that it takes in memory, about
 * @param allBytes that all windows in this process take, about
 */
public record WindowFigures(Duration effective, long fingerprints, long bytes, long allBytes) {}

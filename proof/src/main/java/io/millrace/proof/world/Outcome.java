package io.millrace.proof.world;

/**
 * What a schedule that went well had in it.
 *
 * @param records that the stream took
 * @param resharded whether a shard was split or merged
 * @param hits how often each fault hit, by its index
 */
@SuppressWarnings("ArrayRecordComponent") // summed up, never compared
public record Outcome(int records, boolean resharded, long[] hits) {}

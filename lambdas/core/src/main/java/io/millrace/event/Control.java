package io.millrace.event;

/**
 * A record that is no event of its own but belongs to the stream of them, as a heartbeat: bronze keeps it, silver never
 * has it.
 *
 * @param kind what it is, one word
 * @param partitionKey what keeps it in order with its like on the stream
 */
public record Control(Claimed claimed, String kind, String partitionKey) implements Verdict {}

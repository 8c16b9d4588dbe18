package io.millrace.event;

/**
 * An event that broke its contract.
 *
 * @param rule name of the first rule it broke, one of {@link Rules}
 * @param pointer JSON pointer (RFC 6901) to the value; empty for the whole event
 * @param reason one sentence for the sender
 */
public record Rejected(Claimed claimed, String rule, String pointer, String reason) implements Verdict {}

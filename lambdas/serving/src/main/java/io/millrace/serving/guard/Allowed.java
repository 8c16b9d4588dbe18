package io.millrace.serving.guard;

/**
 * A statement that may be run.
 *
 * @param sql what was checked, written anew from its syntax tree: no comment, hint or spelling of the sender's is left in it
 * @param parameters how many {@code ?} it has
 */
public record Allowed(String sql, int parameters) implements Verdict {}

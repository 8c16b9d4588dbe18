package io.millrace.serving.guard;

/**
 * How large a statement may be. The parser takes time that grows faster than the text, and every piece is work for the
 * engine, so a text is measured before it is parsed and a tree before it is walked on.
 *
 * @param chars of the text
 * @param tokens words and signs in it
 * @param brackets open at once, round and square
 * @param depth of the parsed tree
 * @param items of one list: an IN list, columns, rows of VALUES
 * @param tables read, each time that one is named
 */
public record Limits(int chars, int tokens, int brackets, int depth, int items, int tables) {
    /** Enough for what people and dashboards write. */
    public static final Limits DEFAULT = new Limits(20_000, 5_000, 32, 150, 1_000, 50);
}

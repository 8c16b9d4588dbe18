package io.millrace.serving.guard;

/** A sender's own word in an answer: cut, so that an answer stays one. */
final class Echo {
    private static final int MAX_CHARS = 64;

    private Echo() {}

    static String of(String word) {
        return "'" + (word.length() > MAX_CHARS ? word.substring(0, MAX_CHARS) + "…" : word) + "'";
    }
}

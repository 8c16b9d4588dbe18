package io.millrace.evolution;

/** How much a difference asks of senders and readers, from least to most; it is also what the version must say. */
public enum Weight {
    /** Words for people. */
    PATCH("another patch"),
    /** All events that were valid stay valid, all queries that worked go on to. */
    MINOR("another minor"),
    /** Some sender or some reader has to change. */
    MAJOR("another major");

    private final String words;

    Weight(String words) {
        this.words = words;
    }

    /** Whether nobody has to change. */
    public boolean compatible() {
        return this != MAJOR;
    }

    /** {@code compatible} or {@code breaking}. */
    public String verdict() {
        return compatible() ? "compatible" : "breaking";
    }

    String words() {
        return words;
    }
}

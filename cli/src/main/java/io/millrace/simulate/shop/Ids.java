package io.millrace.simulate.shop;

import java.util.Locale;

/** Ids of one shop. The seed is part of each, so that the shops of two seeds on one platform never meet. */
final class Ids {

    private final long seed;

    Ids(long seed) {
        this.seed = seed;
    }

    String user(int number) {
        return id("u", number);
    }

    String order(int number) {
        return id("o", number);
    }

    String product(int number) {
        return id("p", number);
    }

    String sensor(int number) {
        return id("s", number);
    }

    /** Unique among the people of all shops. */
    String mailbox(String first, String last, int number) {
        return (first + "." + last).toLowerCase(Locale.ROOT) + "." + seed + "." + number;
    }

    private String id(String kind, int number) {
        return String.format(Locale.ROOT, "%s-%d-%06d", kind, seed, number);
    }
}

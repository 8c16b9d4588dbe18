package io.millrace.proof.world;

import io.millrace.dedup.Fingerprint;

/**
 * An event by its id; the same id is the same event, whichever copy.
 *
 * @param id among all events of a schedule; its low bits say which bucket of the partition key it falls in
 */
public record SimEvent(int id) {
    /** Buckets of the partition key: the stream's hash range. */
    static final int BUCKETS = 16;

    /** What becomes of an event. */
    public enum Fate {
        SILVER,
        DOOR,
        ROW
    }

    private static final Fate[] FATES = {
        Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.DOOR, Fate.SILVER, Fate.ROW,
        Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER, Fate.SILVER
    };
    private static final int QUIET_ONE_IN = 29;

    static SimEvent of(int bucket, int number) {
        return new SimEvent(bucket + BUCKETS * number);
    }

    int bucket() {
        return id % BUCKETS;
    }

    public Fate fate() {
        return FATES[(id / BUCKETS) % FATES.length];
    }

    /** Whether it is of the dataset that is seldom written. */
    public boolean quiet() {
        return (id / BUCKETS) % QUIET_ONE_IN == 0;
    }

    Fingerprint fingerprint() {
        long mixed = (id + 1) * 0x9e3779b97f4a7c15L;
        return new Fingerprint(mixed ^ (mixed >>> 29), mixed * 0xbf58476d1ce4e5b9L);
    }

    @Override
    public String toString() {
        return "e" + id + (fate() == Fate.SILVER ? "" : fate().toString());
    }
}

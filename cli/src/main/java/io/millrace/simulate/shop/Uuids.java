package io.millrace.simulate.shop;

import java.util.SplittableRandom;
import java.util.UUID;

/** Version 4 UUIDs from a seeded source, so that the same seed makes the same ids. */
public final class Uuids {

    private Uuids() {}

    public static UUID random(SplittableRandom random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

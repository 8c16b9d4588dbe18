package io.millrace.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.zip.CRC32C;

/**
 * Spreads partition keys over a fixed number of hash buckets, each a point in Kinesis's 128-bit key space.
 *
 * <p>Same key, same bucket, same shard, same order. The number is fixed and small so that a POST of many users does not
 * shatter into a record for each; it must be at least the number of shards, and changing it moves keys.
 */
public final class Buckets {
    private static final BigInteger KEY_SPACE = BigInteger.ONE.shiftLeft(128);

    private final String[] hashKeys;

    /** @param count number of buckets, 1 to 4096 */
    public Buckets(int count) {
        if (count < 1 || count > 4096) {
            throw new IllegalArgumentException("Cannot make buckets: count " + count + " is not in 1..4096");
        }
        hashKeys = new String[count];
        BigInteger width = KEY_SPACE.divide(BigInteger.valueOf(count));
        for (int i = 0; i < count; i++) {
            // The middle, so that a shard border near a bucket's edge cuts through none.
            hashKeys[i] = width.multiply(BigInteger.valueOf(i))
                    .add(width.shiftRight(1))
                    .toString();
        }
    }

    public int count() {
        return hashKeys.length;
    }

    /** The bucket of a key of a dataset, from 0. */
    public int bucket(String dataset, String partitionKey) {
        CRC32C crc = new CRC32C();
        crc.update(dataset.getBytes(UTF_8));
        crc.update(0);
        crc.update(partitionKey.getBytes(UTF_8));
        return (int) (crc.getValue() % hashKeys.length);
    }

    /** What a record of the bucket carries as {@code ExplicitHashKey}. */
    public String explicitHashKey(int bucket) {
        return hashKeys[bucket];
    }
}

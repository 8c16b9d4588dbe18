package io.millrace.lake;

import java.math.BigInteger;

/**
 * A record's place in its shard: a sequence number, which compares as an integer. Kinesis writes it without leading
 * zeros, so text order is wrong wherever the number of digits grows.
 */
public record Position(BigInteger value) implements Comparable<Position> {
    public Position {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Cannot make position: negative " + value);
        }
    }

    public static Position parse(String sequenceNumber) {
        try {
            return new Position(new BigInteger(sequenceNumber));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Cannot read position: '" + sequenceNumber + "' is not a number", e);
        }
    }

    public static Position of(long value) {
        return new Position(BigInteger.valueOf(value));
    }

    @Override
    public int compareTo(Position other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

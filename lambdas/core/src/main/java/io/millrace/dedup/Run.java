package io.millrace.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An immutable sorted run of fingerprints; also a file's bytes: 16 big-endian bytes each, ascending, no header. */
public final class Run {
    private static final Run EMPTY = new Run(new long[0], new long[0]);

    private final long[] high;
    private final long[] low;

    /** Where the fingerprints with each value of the topmost bits start; hashes are spread evenly, about one in each. */
    private final int[] starts;

    private final int shift;

    private Run(long[] high, long[] low) {
        this.high = high;
        this.low = low;
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(high.length));
        this.shift = Long.SIZE - bits;
        this.starts = new int[(1 << bits) + 1];
        for (long each : high) {
            starts[(int) (each >>> shift) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }

    public static Run empty() {
        return EMPTY;
    }

    public static Run of(Collection<Fingerprint> fingerprints) {
        Fingerprint[] sorted = fingerprints.toArray(new Fingerprint[0]);
        Arrays.sort(sorted);
        long[] high = new long[sorted.length];
        long[] low = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            high[i] = sorted[i].high();
            low[i] = sorted[i].low();
        }
        return new Run(high, low);
    }

    /** One run with what is in any of them. */
    public static Run merge(List<Run> runs) {
        return of(runs.stream().flatMap(Run::stream).toList());
    }

    /** Reads {@link #bytes()}, whole or any slice cut between fingerprints. */
    public static Run read(byte[] bytes) {
        if (bytes.length % Fingerprint.BYTES != 0) {
            throw new IllegalArgumentException("Cannot read run of fingerprints: " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long[] high = new long[bytes.length / Fingerprint.BYTES];
        long[] low = new long[high.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = in.getLong();
            low[i] = in.getLong();
            if (i > 0 && compare(high[i - 1], low[i - 1], high[i], low[i]) > 0) {
                throw new IllegalArgumentException("Cannot read run of fingerprints: not ascending at " + i);
            }
        }
        return new Run(high, low);
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(high.length * Fingerprint.BYTES);
        for (int i = 0; i < high.length; i++) {
            out.putLong(high[i]).putLong(low[i]);
        }
        return out.array();
    }

    /** Asked for each event and each of a window's runs, some dozens: about two reads of memory. */
    public boolean contains(Fingerprint fingerprint) {
        int bucket = (int) (fingerprint.high() >>> shift);
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            if (high[i] == fingerprint.high() && low[i] == fingerprint.low()) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        return high.length;
    }

    /** About what it takes in memory: two longs each, and one to two starts. */
    long memoryBytes() {
        return high.length * 16L + starts.length * 4L;
    }

    Fingerprint get(int index) {
        return new Fingerprint(high[index], low[index]);
    }

    private Stream<Fingerprint> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }
}

package io.millrace.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** An immutable sorted run of fingerprints; also a file's bytes: 16 big-endian bytes each, ascending, no header. */
public final class Run {
    private static final Run EMPTY = new Run(new Fingerprint[0]);

    private final Fingerprint[] sorted;

    private Run(Fingerprint[] sorted) {
        this.sorted = sorted;
    }

    public static Run empty() {
        return EMPTY;
    }

    public static Run of(Collection<Fingerprint> fingerprints) {
        Fingerprint[] sorted = fingerprints.toArray(new Fingerprint[0]);
        Arrays.sort(sorted);
        return new Run(sorted);
    }

    /** One run with what is in any of them. */
    public static Run merge(List<Run> runs) {
        return of(runs.stream().flatMap(run -> Arrays.stream(run.sorted)).toList());
    }

    /** Reads {@link #bytes()}, whole or any slice cut between fingerprints. */
    public static Run read(byte[] bytes) {
        if (bytes.length % Fingerprint.BYTES != 0) {
            throw new IllegalArgumentException("Cannot read run of fingerprints: " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Fingerprint[] sorted = new Fingerprint[bytes.length / Fingerprint.BYTES];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new Fingerprint(in.getLong(), in.getLong());
            if (i > 0 && sorted[i - 1].compareTo(sorted[i]) > 0) {
                throw new IllegalArgumentException("Cannot read run of fingerprints: not ascending at " + i);
            }
        }
        return new Run(sorted);
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(sorted.length * Fingerprint.BYTES);
        for (Fingerprint fingerprint : sorted) {
            out.putLong(fingerprint.high()).putLong(fingerprint.low());
        }
        return out.array();
    }

    public boolean contains(Fingerprint fingerprint) {
        return Arrays.binarySearch(sorted, fingerprint) >= 0;
    }

    public int size() {
        return sorted.length;
    }

    /** About what it takes in memory: an object of 32 bytes and a reference each. */
    long memoryBytes() {
        return sorted.length * 36L;
    }

    Fingerprint get(int index) {
        return sorted[index];
    }
}

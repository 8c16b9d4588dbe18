package io.millrace.dedup;

import java.nio.ByteBuffer;

/**
 * A Bloom filter (Bloom 1970) over one run, 10 bits a fingerprint and 7 probes: about 1 % false positives, no false
 * negatives. Fingerprints are uniform already, so the probes are two halves combined (Kirsch and Mitzenmacher 2006).
 */
final class Bloom {
    private static final int BITS_PER_ENTRY = 10;
    private static final int PROBES = 7;

    private final long[] words;

    private Bloom(long[] words) {
        this.words = words;
    }

    static Bloom of(Run run) {
        Bloom bloom = new Bloom(new long[Math.max(1, (run.size() * BITS_PER_ENTRY + 63) / 64)]);
        for (int i = 0; i < run.size(); i++) {
            bloom.add(run.get(i));
        }
        return bloom;
    }

    static Bloom read(byte[] bytes) {
        long[] words = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return new Bloom(words);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(words.length * Long.BYTES);
        out.asLongBuffer().put(words);
        return out.array();
    }

    boolean mayContain(Fingerprint fingerprint) {
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(fingerprint, probe);
            if ((words[(int) (bit >>> 6)] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    private void add(Fingerprint fingerprint) {
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(fingerprint, probe);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    private long bit(Fingerprint fingerprint, int probe) {
        return Long.remainderUnsigned(fingerprint.high() + probe * fingerprint.low(), words.length * 64L);
    }
}

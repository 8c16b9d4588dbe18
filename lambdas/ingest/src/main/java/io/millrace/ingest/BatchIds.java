package io.millrace.ingest;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids of POSTs: UUID version 7 (RFC 9562 section 5.7), so that they sort by the millisecond they were made in. */
final class BatchIds {
    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}

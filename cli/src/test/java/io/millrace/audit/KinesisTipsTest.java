package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.Claim;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KinesisTipsTest {

    private static final ShardId SHARD = new ShardId("events", "shard-0");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private final TextOrderedStream stream = new TextOrderedStream();
    private final KinesisTips tips = new KinesisTips(stream, SHARD.stream());

    @BeforeEach
    void openTheShard() {
        ledger.begin(SHARD.stream(), Set.of(SHARD.shard()));
        ledger.open(SHARD, Set.of());
    }

    @Test
    void findsNoTipInAnEmptyStream() {
        assertThat(tips.tips(ledger)).isEmpty();
    }

    @Test
    void findsTheLastRecordBeforeAnyClaim() {
        stream.put(900, NOON);
        stream.put(1_000, NOON.plusSeconds(1));

        assertThat(tips.tips(ledger)).containsEntry(SHARD, Position.of(1_000));
    }

    /** The ledger keeps 900 where the stream writes 00...0900. */
    @Test
    void findsTheLastRecordAfterTheNewestClaim() {
        stream.put(900, NOON);
        stream.put(1_000, NOON.plusSeconds(60));
        claimUpTo(900);

        assertThat(tips.tips(ledger)).containsEntry(SHARD, Position.of(1_000));
    }

    @Test
    void findsNoTipWhenAllIsClaimed() {
        stream.put(900, NOON);
        claimUpTo(900);

        assertThat(tips.tips(ledger)).isEmpty();
    }

    private void claimUpTo(long end) {
        Position position = Position.of(end);
        ledger.claim(ledger.head(SHARD).orElseThrow(), new Claim(SHARD, 1, "c", position, "body"));
    }
}

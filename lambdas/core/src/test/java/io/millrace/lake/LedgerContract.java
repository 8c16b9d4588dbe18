package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger must do, whatever it is made of. */
public abstract class LedgerContract implements RestContract, RepairContract, FoldContract {
    private LedgerShard given = LedgerShard.of(new MemoryLedger());
    private Ledger ledger = given.ledger();
    private ShardId shard = given.shard();

    /** The ledger to hold to the contract; empty, or at least without the streams that these tests make up. */
    protected abstract Ledger ledger();

    @BeforeEach
    void beginStream() {
        given = LedgerShard.of(ledger());
        ledger = given.ledger();
        shard = given.shard();
    }

    @Override
    public LedgerShard given() {
        return given;
    }

    @Test
    void a_stream_begins_once() {
        assertThat(ledger.begin(shard.stream(), Set.of("other"))).isFalse();
        assertThat(ledger.mayBegin(new ShardId(shard.stream(), "other"))).isFalse();
        assertThat(ledger.mayBegin(shard)).isTrue();
    }

    @Test
    void a_first_shard_opens_once() {
        assertThat(ledger.head(shard)).isEmpty();
        assertThat(ledger.open(shard, Set.of())).isTrue();
        assertThat(ledger.head(shard)).contains(Head.start(shard));
        assertThat(ledger.mayBegin(shard)).isFalse();
        assertThat(ledger.open(shard, Set.of())).isFalse();
    }

    @Test
    void a_shard_that_nobody_announced_does_not_open() {
        assertThat(ledger.open(new ShardId(shard.stream(), "unknown"), Set.of()))
                .isFalse();
        assertThat(ledger.open(new ShardId("stream-" + UUID.randomUUID(), "0"), Set.of()))
                .isFalse();
    }

    @Test
    void a_child_opens_after_its_parents() {
        ShardId child = new ShardId(shard.stream(), "shardId-000000000001");
        assertThat(ledger.open(child, Set.of(shard))).isFalse();
        ledger.open(shard, Set.of());
        assertThat(ledger.open(child, Set.of(shard))).isTrue();
        assertThat(ledger.open(child, Set.of(shard))).isFalse();
    }

    @Test
    void a_claim_moves_the_head_it_names_and_no_other() {
        Head start = given.opened();
        assertThat(ledger.claim(start, given.claim(1, "a", 9))).isTrue();
        Head after = start.next(Position.of(9), "a");
        assertThat(ledger.head(shard)).contains(after);
        assertThat(ledger.claim(start, given.claim(1, "b", 10))).isFalse();
        assertThat(ledger.claim(after, given.claim(2, "c", 10))).isTrue();
        assertThat(ledger.claim(after, given.claim(2, "d", 11))).isFalse();
        assertThat(ledger.head(shard)).contains(after.next(Position.of(10), "c"));
    }

    @Test
    void claims_are_listed_in_order_after_a_number() {
        Head head = given.opened();
        for (int k = 1; k <= 12; k++) {
            ledger.claim(head, given.claim(k, "c" + k, k));
            head = head.next(Position.of(k), "c" + k);
        }
        assertThat(ledger.claims(shard, 0, 100))
                .extracting(Claim::k)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(ledger.claims(shard, 8, 2)).containsExactly(given.claim(9, "c9", 9), given.claim(10, "c10", 10));
        assertThat(ledger.claims(shard, 12, 5)).isEmpty();
    }

    @Test
    void attempts_are_counted_until_the_claim_stands_or_they_are_forgiven() {
        Head head = given.opened();
        assertThat(ledger.attempt(head, null)).isTrue();
        assertThat(ledger.attempt(head, Position.of(7))).isTrue();
        Head tried = ledger.head(shard).orElseThrow();
        assertThat(tried.attempts()).isEqualTo(2);
        assertThat(tried.suspect()).isEqualTo(Position.of(7));
        ledger.forgive(tried);
        assertThat(ledger.head(shard)).contains(head);
        ledger.attempt(head, Position.of(7));
        assertThat(ledger.claim(ledger.head(shard).orElseThrow(), given.claim(1, "a", 7)))
                .isTrue();
        assertThat(ledger.head(shard)).contains(head.next(Position.of(7), "a"));
    }

    @Test
    void an_attempt_at_an_old_head_is_refused() {
        Head head = given.opened();
        ledger.claim(head, given.claim(1, "a", 7));
        assertThat(ledger.attempt(head, null)).isFalse();
        ledger.forgive(head);
        assertThat(ledger.head(shard)).contains(head.next(Position.of(7), "a"));
    }

    @Test
    void all_heads_are_listed() {
        given.opened();
        assertThat(ledger.heads()).contains(Head.start(shard));
    }

    @Test
    void positions_keep_all_their_digits() {
        Position end = Position.parse("49590338271490256608559692538361571095921575989136588898");
        Head head = given.opened();
        ledger.claim(head, new Claim(shard, 1, "a", end, "mem://body"));
        assertThat(ledger.head(shard).orElseThrow().end()).isEqualTo(end);
        assertThat(ledger.claims(shard, 0, 1)).extracting(Claim::end).containsExactly(end);
    }
}

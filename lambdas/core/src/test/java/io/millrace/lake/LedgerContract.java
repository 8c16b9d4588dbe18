package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger must do, whatever it is made of. */
public abstract class LedgerContract {
    private Ledger ledger = new MemoryLedger();
    private String stream = "";
    private ShardId shard = new ShardId("s", "0");

    /** The ledger to hold to the contract; empty, or at least without the streams that these tests make up. */
    protected abstract Ledger ledger();

    @BeforeEach
    void beginStream() {
        ledger = ledger();
        stream = "stream-" + UUID.randomUUID();
        shard = new ShardId(stream, "shardId-000000000000");
        ledger.begin(stream, Set.of(shard.shard()));
    }

    @Test
    void a_stream_begins_once() {
        assertThat(ledger.begin(stream, Set.of("other"))).isFalse();
        assertThat(ledger.mayBegin(new ShardId(stream, "other"))).isFalse();
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
        assertThat(ledger.open(new ShardId(stream, "unknown"), Set.of())).isFalse();
        assertThat(ledger.open(new ShardId("stream-" + UUID.randomUUID(), "0"), Set.of()))
                .isFalse();
    }

    @Test
    void a_child_opens_after_its_parents() {
        ShardId child = new ShardId(stream, "shardId-000000000001");
        assertThat(ledger.open(child, Set.of(shard))).isFalse();
        ledger.open(shard, Set.of());
        assertThat(ledger.open(child, Set.of(shard))).isTrue();
        assertThat(ledger.open(child, Set.of(shard))).isFalse();
    }

    @Test
    void a_claim_moves_the_head_it_names_and_no_other() {
        Head start = opened();
        assertThat(ledger.claim(start, claim(1, "a", 9))).isTrue();
        Head after = start.next(Position.of(9), "a");
        assertThat(ledger.head(shard)).contains(after);
        assertThat(ledger.claim(start, claim(1, "b", 10))).isFalse();
        assertThat(ledger.claim(after, claim(2, "c", 10))).isTrue();
        assertThat(ledger.claim(after, claim(2, "d", 11))).isFalse();
        assertThat(ledger.head(shard)).contains(after.next(Position.of(10), "c"));
    }

    @Test
    void claims_are_listed_in_order_after_a_number() {
        Head head = opened();
        for (int k = 1; k <= 12; k++) {
            ledger.claim(head, claim(k, "c" + k, k));
            head = head.next(Position.of(k), "c" + k);
        }
        assertThat(ledger.claims(shard, 0, 100))
                .extracting(Claim::k)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(ledger.claims(shard, 8, 2)).containsExactly(claim(9, "c9", 9), claim(10, "c10", 10));
        assertThat(ledger.claims(shard, 12, 5)).isEmpty();
    }

    @Test
    void attempts_are_counted_until_the_claim_stands_or_they_are_forgiven() {
        Head head = opened();
        assertThat(ledger.attempt(head, null)).isTrue();
        assertThat(ledger.attempt(head, Position.of(7))).isTrue();
        Head tried = ledger.head(shard).orElseThrow();
        assertThat(tried.attempts()).isEqualTo(2);
        assertThat(tried.suspect()).isEqualTo(Position.of(7));
        ledger.forgive(tried);
        assertThat(ledger.head(shard)).contains(head);
        ledger.attempt(head, Position.of(7));
        assertThat(ledger.claim(ledger.head(shard).orElseThrow(), claim(1, "a", 7)))
                .isTrue();
        assertThat(ledger.head(shard)).contains(head.next(Position.of(7), "a"));
    }

    @Test
    void an_attempt_at_an_old_head_is_refused() {
        Head head = opened();
        ledger.claim(head, claim(1, "a", 7));
        assertThat(ledger.attempt(head, null)).isFalse();
        ledger.forgive(head);
        assertThat(ledger.head(shard)).contains(head.next(Position.of(7), "a"));
    }

    @Test
    void all_heads_are_listed() {
        opened();
        assertThat(ledger.heads()).contains(Head.start(shard));
    }

    @Test
    void a_shard_rests_until_its_next_attempt() {
        Head head = claimed();
        assertThat(ledger.awake()).contains(head);
        assertThat(ledger.rest(head)).isTrue();
        assertThat(ledger.rest(head)).isFalse();
        assertThat(ledger.awake()).doesNotContain(head);
        assertThat(ledger.heads()).contains(head);
        assertThat(ledger.head(shard)).contains(head);

        assertThat(ledger.attempt(head, Position.of(12))).isTrue();
        Head tried = new Head(shard, head.k(), head.end(), head.claimId(), 1, Position.of(12));
        assertThat(ledger.awake()).contains(tried);
        assertThat(ledger.heads()).contains(tried).doesNotContain(head);
        assertThat(ledger.claim(tried, claim(2, "b", 12))).isTrue();
        assertThat(ledger.head(shard)).contains(head.next(Position.of(12), "b"));
    }

    @Test
    void a_shard_rests_again() {
        Head first = claimed();
        ledger.rest(first);
        ledger.attempt(first, null);
        ledger.claim(first, claim(2, "b", 12));
        Head second = first.next(Position.of(12), "b");
        assertThat(ledger.rest(first)).isFalse();
        assertThat(ledger.rest(second)).isTrue();
        assertThat(ledger.head(shard)).contains(second);
        assertThat(ledger.awake()).doesNotContain(second);
        assertThat(ledger.attempt(first, null)).isFalse();
        assertThat(ledger.attempt(second, null)).isTrue();
    }

    @Test
    void a_shard_with_attempts_does_not_rest() {
        Head head = claimed();
        ledger.attempt(head, null);
        assertThat(ledger.rest(head)).isFalse();
        ledger.forgive(head);
        assertThat(ledger.rest(head)).isTrue();
    }

    @Test
    void nothing_is_claimed_of_a_shard_at_rest_before_an_attempt() {
        Head head = claimed();
        ledger.rest(head);
        assertThat(ledger.claim(head, claim(2, "zombie", 12))).isFalse();
        assertThat(ledger.claims(shard, 1, 5)).isEmpty();
        ledger.forgive(head);
        assertThat(ledger.awake()).doesNotContain(head);
    }

    @Test
    void a_shard_at_rest_opens_no_second_time_and_its_children_open() {
        Head head = claimed();
        ledger.rest(head);
        assertThat(ledger.open(shard, Set.of())).isFalse();
        assertThat(ledger.open(new ShardId(stream, "shardId-000000000001"), Set.of(shard)))
                .isTrue();
    }

    @Test
    void a_head_at_rest_is_put_back_only_by_a_later_one() {
        Head head = claimed();
        ledger.rest(head);
        assertThat(ledger.restore(head)).isFalse();
        Head later = head.next(Position.of(12), "b");
        assertThat(ledger.restore(later)).isTrue();
        assertThat(ledger.head(shard)).contains(later);
        assertThat(ledger.awake()).contains(later);
    }

    @Test
    void positions_keep_all_their_digits() {
        Position end = Position.parse("49590338271490256608559692538361571095921575989136588898");
        Head head = opened();
        ledger.claim(head, new Claim(shard, 1, "a", end, "mem://body"));
        assertThat(ledger.head(shard).orElseThrow().end()).isEqualTo(end);
        assertThat(ledger.claims(shard, 0, 1)).extracting(Claim::end).containsExactly(end);
    }

    @Test
    void a_fold_is_created_once_and_found_as_the_last() {
        opened();
        long number = ledger.lastFold().map(fold -> fold.number() + 1).orElse(1L);
        Fold fold = new Fold(
                number,
                "mem://manifest",
                Map.of(shard, new ClaimRange(1, 3)),
                Map.of("db.a", 0L, "db.b", 0L),
                Set.of("db.a", "db.b", "db.c"));
        assertThat(ledger.createFold(fold)).isTrue();
        assertThat(ledger.createFold(new Fold(number, "mem://rival", Map.of(), Map.of(), Set.of())))
                .isFalse();
        assertThat(ledger.lastFold()).contains(fold);
        assertThat(ledger.fold(number)).contains(fold);
        assertThat(ledger.fold(number + 1)).isEmpty();
    }

    @Test
    void settled_tables_leave_the_pending_ones() {
        opened();
        long number = ledger.lastFold().map(fold -> fold.number() + 1).orElse(1L);
        ledger.createFold(new Fold(number, "m", Map.of(), Map.of("db.a", 0L), Set.of("db.a", "db.b")));
        ledger.settled(number, "db.a");
        ledger.settled(number, "db.a");
        ledger.settled(number, "db.never");
        assertThat(ledger.fold(number).orElseThrow().pending()).isEqualTo(Set.of("db.b"));
        ledger.settled(number, "db.b");
        assertThat(ledger.fold(number).orElseThrow().pending()).isEmpty();
    }

    @Test
    void a_head_is_put_back_and_never_taken_back() {
        Head lost = Head.start(shard).next(Position.of(7), "a").next(Position.of(9), "b");
        assertThat(ledger.restore(lost)).isTrue();
        assertThat(ledger.head(shard)).contains(lost);
        assertThat(ledger.restore(lost)).isFalse();
        assertThat(ledger.restore(Head.start(shard).next(Position.of(7), "a"))).isFalse();
        assertThat(ledger.claim(lost, claim(3, "c", 12))).isTrue();
        assertThat(ledger.restore(lost)).isFalse();
        assertThat(ledger.head(shard)).contains(lost.next(Position.of(12), "c"));
        assertThat(ledger.open(shard, Set.of())).isFalse();
    }

    @Test
    void a_head_is_put_back_without_the_attempts_at_what_follows_it() {
        Head lost = Head.start(shard).next(Position.of(7), "a");
        ledger.restore(new Head(shard, lost.k(), lost.end(), lost.claimId(), 3, Position.of(8)));
        assertThat(ledger.head(shard)).contains(lost);
    }

    @Test
    void a_claim_is_put_back_where_there_is_none_and_moves_no_head() {
        Head head = opened();
        assertThat(ledger.restore(claim(1, "a", 7))).isTrue();
        assertThat(ledger.restore(claim(1, "rival", 9))).isFalse();
        assertThat(ledger.claims(shard, 0, 5)).containsExactly(claim(1, "a", 7));
        assertThat(ledger.head(shard)).contains(head);
    }

    @Test
    void a_claim_is_taken_out_once_and_no_head_moves() {
        Head head = opened();
        ledger.claim(head, claim(1, "a", 7));
        Head first = head.next(Position.of(7), "a");
        ledger.claim(first, claim(2, "b", 9));
        assertThat(ledger.remove(claim(1, "rival", 7))).isFalse();
        assertThat(ledger.remove(claim(1, "a", 7))).isTrue();
        assertThat(ledger.remove(claim(1, "a", 7))).isFalse();
        assertThat(ledger.remove(claim(3, "c", 12))).isFalse();
        assertThat(ledger.claims(shard, 0, 5)).containsExactly(claim(2, "b", 9));
        assertThat(ledger.head(shard)).contains(first.next(Position.of(9), "b"));
        assertThat(ledger.claim(head, claim(1, "zombie", 7))).isFalse();
    }

    @Test
    void folds_are_ordered_as_numbers() {
        opened();
        long first = ledger.lastFold().map(fold -> fold.number() + 1).orElse(1L);
        for (long number : List.of(first, first + 1)) {
            ledger.createFold(new Fold(number, "m" + number, Map.of(), Map.of(), Set.of()));
        }
        for (long number = first + 2; number < first + 12; number++) {
            ledger.createFold(new Fold(number, "m" + number, Map.of(), Map.of(), Set.of()));
        }
        assertThat(ledger.lastFold().orElseThrow().number()).isEqualTo(first + 11);
    }

    private Head opened() {
        ledger.open(shard, Set.of());
        return ledger.head(shard).orElseThrow();
    }

    private Head claimed() {
        Head head = opened();
        ledger.claim(head, claim(1, "a", 9));
        return head.next(Position.of(9), "a");
    }

    private Claim claim(long k, String id, long end) {
        return new Claim(shard, k, id, Position.of(end), "mem://" + id);
    }
}

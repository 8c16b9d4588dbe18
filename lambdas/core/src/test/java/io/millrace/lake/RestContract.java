package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every ledger must do with the heads of shards that nothing comes from any more. */
public interface RestContract {
    /** The ledger, and a shard that may begin in it; the same through one test. */
    LedgerShard given();

    @Test
    default void a_shard_rests_until_its_next_attempt() {
        Ledger ledger = given().ledger();
        Head head = given().claimed();
        assertThat(ledger.awake()).contains(head);
        assertThat(ledger.rest(head)).isTrue();
        assertThat(ledger.rest(head)).isFalse();
        assertThat(ledger.awake()).doesNotContain(head);
        assertThat(ledger.heads()).contains(head);
        assertThat(ledger.head(given().shard())).contains(head);

        assertThat(ledger.attempt(head, Position.of(12))).isTrue();
        Head tried = new Head(given().shard(), head.k(), head.end(), head.claimId(), 1, Position.of(12));
        assertThat(ledger.awake()).contains(tried);
        assertThat(ledger.heads()).contains(tried).doesNotContain(head);
        assertThat(ledger.claim(tried, given().claim(2, "b", 12))).isTrue();
        assertThat(ledger.head(given().shard())).contains(head.next(Position.of(12), "b"));
    }

    @Test
    default void a_shard_rests_again() {
        Ledger ledger = given().ledger();
        Head first = given().claimed();
        ledger.rest(first);
        ledger.attempt(first, null);
        ledger.claim(first, given().claim(2, "b", 12));
        Head second = first.next(Position.of(12), "b");
        assertThat(ledger.rest(first)).isFalse();
        assertThat(ledger.rest(second)).isTrue();
        assertThat(ledger.head(given().shard())).contains(second);
        assertThat(ledger.awake()).doesNotContain(second);
        assertThat(ledger.attempt(first, null)).isFalse();
        assertThat(ledger.attempt(second, null)).isTrue();
    }

    @Test
    default void a_shard_with_attempts_does_not_rest() {
        Ledger ledger = given().ledger();
        Head head = given().claimed();
        ledger.attempt(head, null);
        assertThat(ledger.rest(head)).isFalse();
        ledger.forgive(head);
        assertThat(ledger.rest(head)).isTrue();
    }

    @Test
    default void nothing_is_claimed_of_a_shard_at_rest_before_an_attempt() {
        Ledger ledger = given().ledger();
        Head head = given().claimed();
        ledger.rest(head);
        assertThat(ledger.claim(head, given().claim(2, "zombie", 12))).isFalse();
        assertThat(ledger.claims(given().shard(), 1, 5)).isEmpty();
        ledger.forgive(head);
        assertThat(ledger.awake()).doesNotContain(head);
    }

    @Test
    default void a_shard_at_rest_opens_no_second_time_and_its_children_open() {
        Ledger ledger = given().ledger();
        Head head = given().claimed();
        ledger.rest(head);
        assertThat(ledger.open(given().shard(), Set.of())).isFalse();
        assertThat(ledger.open(new ShardId(given().shard().stream(), "shardId-000000000001"), Set.of(given().shard())))
                .isTrue();
    }

    @Test
    default void a_head_at_rest_is_put_back_only_by_a_later_one() {
        Ledger ledger = given().ledger();
        Head head = given().claimed();
        ledger.rest(head);
        assertThat(ledger.restore(head)).isFalse();
        Head later = head.next(Position.of(12), "b");
        assertThat(ledger.restore(later)).isTrue();
        assertThat(ledger.head(given().shard())).contains(later);
        assertThat(ledger.awake()).contains(later);
    }
}

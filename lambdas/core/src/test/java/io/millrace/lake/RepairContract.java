package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every ledger must let those do who make it whole again, or smaller. */
public interface RepairContract {
    /** The ledger, and a shard that may begin in it; the same through one test. */
    LedgerShard given();

    @Test
    default void a_head_is_put_back_and_never_taken_back() {
        Ledger ledger = given().ledger();
        Head lost = Head.start(given().shard()).next(Position.of(7), "a").next(Position.of(9), "b");
        assertThat(ledger.restore(lost)).isTrue();
        assertThat(ledger.head(given().shard())).contains(lost);
        assertThat(ledger.restore(lost)).isFalse();
        assertThat(ledger.restore(Head.start(given().shard()).next(Position.of(7), "a")))
                .isFalse();
        assertThat(ledger.claim(lost, given().claim(3, "c", 12))).isTrue();
        assertThat(ledger.restore(lost)).isFalse();
        assertThat(ledger.head(given().shard())).contains(lost.next(Position.of(12), "c"));
        assertThat(ledger.open(given().shard(), Set.of())).isFalse();
    }

    @Test
    default void a_head_is_put_back_without_the_attempts_at_what_follows_it() {
        Ledger ledger = given().ledger();
        Head lost = Head.start(given().shard()).next(Position.of(7), "a");
        ledger.restore(new Head(given().shard(), lost.k(), lost.end(), lost.claimId(), 3, Position.of(8)));
        assertThat(ledger.head(given().shard())).contains(lost);
    }

    @Test
    default void a_claim_is_put_back_where_there_is_none_and_moves_no_head() {
        Ledger ledger = given().ledger();
        Head head = given().opened();
        assertThat(ledger.restore(given().claim(1, "a", 7))).isTrue();
        assertThat(ledger.restore(given().claim(1, "rival", 9))).isFalse();
        assertThat(ledger.claims(given().shard(), 0, 5)).containsExactly(given().claim(1, "a", 7));
        assertThat(ledger.head(given().shard())).contains(head);
    }

    @Test
    default void a_claim_is_taken_out_once_and_no_head_moves() {
        Ledger ledger = given().ledger();
        Head head = given().opened();
        ledger.claim(head, given().claim(1, "a", 7));
        Head first = head.next(Position.of(7), "a");
        ledger.claim(first, given().claim(2, "b", 9));
        assertThat(ledger.remove(given().claim(1, "rival", 7))).isFalse();
        assertThat(ledger.remove(given().claim(1, "a", 7))).isTrue();
        assertThat(ledger.remove(given().claim(1, "a", 7))).isFalse();
        assertThat(ledger.remove(given().claim(3, "c", 12))).isFalse();
        assertThat(ledger.claims(given().shard(), 0, 5)).containsExactly(given().claim(2, "b", 9));
        assertThat(ledger.head(given().shard())).contains(first.next(Position.of(9), "b"));
        assertThat(ledger.claim(head, given().claim(1, "zombie", 7))).isFalse();
    }
}

package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every ledger must do with folds. */
public interface FoldContract {
    /** The ledger, and a shard that may begin in it; the same through one test. */
    LedgerShard given();

    @Test
    default void a_fold_is_created_once_and_found_as_the_last() {
        Ledger ledger = given().ledger();
        given().opened();
        long number = ledger.lastFold().map(fold -> fold.number() + 1).orElse(1L);
        Fold fold = new Fold(
                number,
                "mem://manifest",
                Map.of(given().shard(), new ClaimRange(1, 3)),
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
    default void settled_tables_leave_the_pending_ones() {
        Ledger ledger = given().ledger();
        given().opened();
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
    default void folds_are_ordered_as_numbers() {
        Ledger ledger = given().ledger();
        given().opened();
        long first = ledger.lastFold().map(fold -> fold.number() + 1).orElse(1L);
        for (long number : List.of(first, first + 1)) {
            ledger.createFold(new Fold(number, "m" + number, Map.of(), Map.of(), Set.of()));
        }
        for (long number = first + 2; number < first + 12; number++) {
            ledger.createFold(new Fold(number, "m" + number, Map.of(), Map.of(), Set.of()));
        }
        assertThat(ledger.lastFold().orElseThrow().number()).isEqualTo(first + 11);
    }
}

package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger that was restored to an earlier point, or emptied, under writers and committers that go on. */
final class OldLedgerTest {
    private final Mill mill = new Mill();

    @Test
    void a_writer_refuses_a_ledger_that_lacks_two_claims() {
        MemoryLedger backup = mill.ledger.copy();
        write(1, 2);
        mill.ledger = backup;
        assertThatThrownBy(() -> write(3)).isInstanceOf(LostLedgerException.class);
        assertThat(backup.heads()).allMatch(head -> head.k() == 0);
    }

    @Test
    void a_writer_makes_the_one_claim_again_that_a_ledger_lacks() {
        write(1);
        MemoryLedger backup = mill.ledger.copy();
        write(2);
        Head lost = mill.ledger.head(mill.shard).orElseThrow();
        mill.ledger = backup;
        write(3);
        assertThat(backup.claims(mill.shard, 1, 1)).extracting(Claim::id).containsExactly(lost.claimId());
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("e1", "e2", "e3");
        assertThat(mill.ids(Mill.SILVER)).containsExactly("e1", "e2", "e3");
    }

    @Test
    void the_one_claim_that_a_ledger_lacks_does_not_enter_the_tables_again() {
        write(1);
        mill.commit();
        MemoryLedger backup = mill.ledger.copy();
        write(2);
        mill.commit();
        mill.ledger = backup;
        write(2, 3);
        mill.commit();
        mill.commit();
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("e1", "e2", "e3");
    }

    @Test
    void a_committer_refuses_a_ledger_that_lacks_two_folds() {
        write(1, 2);
        MemoryLedger backup = mill.ledger.copy();
        mill.commit();
        write(3);
        mill.commit();
        mill.ledger = backup;
        assertThatThrownBy(mill::commit)
                .isInstanceOf(LostLedgerException.class)
                .hasMessageContaining("the ledger is an older one");
        assertThat(mill.ids(Mill.BRONZE)).containsExactly("e1", "e2", "e3");
    }

    @Test
    void a_committer_refuses_an_empty_ledger() {
        write(1);
        mill.commit();
        mill.ledger = new MemoryLedger();
        assertThatThrownBy(mill::commit).isInstanceOf(LostLedgerException.class);
    }

    @Test
    void a_committer_refuses_heads_that_are_behind_the_folds() {
        write(1);
        Head behind = mill.ledger.head(mill.shard).orElseThrow();
        write(2);
        mill.commit();
        MemoryLedger mixed = new MemoryLedger();
        mixed.restore(behind);
        mill.ledger.lastFold().ifPresent(mixed::createFold);
        mill.ledger = mixed;
        assertThatThrownBy(mill::commit)
                .isInstanceOf(LostLedgerException.class)
                .hasMessageStartingWith("Cannot fold claims of shard " + mill.shard);
    }

    private void write(int... numbers) {
        for (int number : numbers) {
            mill.write(List.of(Mill.record(number, "e" + number)));
        }
    }
}

package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrphanRuleTest {
    private static final Duration AGE = Duration.ofDays(3);
    private static final long LONG_AGO = Mill.NOW.minus(Duration.ofDays(9)).toEpochMilli();

    private final Mill mill = new Mill();

    @Test
    void an_old_file_that_nobody_claimed_goes_and_a_young_one_stays() {
        OrphanRule rule = rule(Duration.ZERO);
        assertThat(rule.mayRemove("mem://garbage", LONG_AGO)).isTrue();
        assertThat(rule.mayRemove("mem://garbage", Mill.NOW.toEpochMilli())).isFalse();
    }

    @Test
    void files_of_a_claim_that_is_not_folded_are_spared() {
        mill.write(List.of(Mill.record(1, "a")));
        OrphanRule rule = rule(Duration.ofHours(1));
        assertThat(claimed()).isNotEmpty().noneMatch(path -> rule.mayRemove(path, LONG_AGO));
        assertThat(rule.mayRemove("mem://garbage", LONG_AGO)).isTrue();
    }

    @Test
    void files_of_a_fold_that_a_table_lacks_are_spared() {
        mill.write(List.of(Mill.record(1, "a")));
        CommitterRun stopped = new CommitterRun(mill.committer());
        while (stopped.next() != CommitterRun.Step.APPEND) {
            stopped.advance();
        }
        OrphanRule rule = rule(Duration.ofHours(1));
        assertThat(claimed()).isNotEmpty().noneMatch(path -> rule.mayRemove(path, LONG_AGO));
    }

    @Test
    void nothing_goes_while_a_claim_waits_for_longer_than_half_the_age() {
        mill.write(List.of(Mill.record(1, "a")));
        OrphanRule rule = rule(AGE.dividedBy(2).plusMinutes(1));
        assertThat(rule.refusal()).hasValueSatisfying(why -> assertThat(why).contains("PT36H1M"));
        assertThat(rule.mayRemove("mem://garbage", LONG_AGO)).isFalse();
        mill.commit();
        assertThat(rule(AGE).refusal()).isEmpty();
    }

    @Test
    void nothing_goes_while_a_table_does_not_follow_the_ledger() {
        mill.write(List.of(Mill.record(1, "a")));
        mill.commit();
        mill.tables.mark(Mill.SILVER, 99);
        assertThat(rule(Duration.ZERO).refusal()).isPresent();
    }

    @Test
    void nothing_goes_while_there_is_a_claim_of_a_shard_that_the_ledger_does_not_know() {
        mill.write(List.of(Mill.record(1, "a")));
        OrphanRule emptied =
                OrphanRule.of(new MemoryLedger(), mill.store, mill.tables, Clock.fixed(Mill.NOW, ZoneOffset.UTC), AGE);
        assertThat(emptied.refusal()).isPresent();
        assertThat(claimed()).isNotEmpty().noneMatch(path -> emptied.mayRemove(path, LONG_AGO));
    }

    private OrphanRule rule(Duration later) {
        return OrphanRule.of(
                mill.ledger, mill.store, mill.tables, Clock.fixed(Mill.NOW.plus(later), ZoneOffset.UTC), AGE);
    }

    private List<String> claimed() {
        return mill.ledger.claims(mill.shard, 0, 1).stream()
                .flatMap(claim -> ClaimBodyCodec.read(mill.store.read(claim.body())).files().stream())
                .map(DataFileRef::path)
                .toList();
    }
}

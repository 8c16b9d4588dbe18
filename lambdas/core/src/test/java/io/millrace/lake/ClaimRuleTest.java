package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimRuleTest {
    private static final ShardId SHARD = new ShardId("events-g1", "shardId-000000000000");

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        " 0, 50, 40,  0, none of what no settled fold has",
        "30, 50, 40, 29, those before the newest settled one",
        "50, 50, 40, 40, none of those since the sealed window",
        "50, 50,  0,  0, none before the first sealed window",
        "50, 50,   , 49, all but the newest where there is no window",
        " 1,  1,   ,  0, not the only one",
        "50, 20,   , 19, none after the head of an older ledger",
    })
    void the_last_claim_that_may_go(long settled, long head, Long windowK, long last, String why) {
        Head at = new Head(SHARD, head, Position.of(head), "c" + head, 0, null);
        assertThat(Math.max(0, rule(settled).last(at, Optional.ofNullable(windowK))))
                .as(why)
                .isEqualTo(last);
    }

    private static ClaimRule rule(long folded) {
        Map<String, Long> frontier = folded == 0 ? Map.of() : Map.of(SHARD.toString(), folded);
        return new ClaimRule(new FoldManifest(1, 0, frontier, Map.of(), Map.of(), List.of(), List.of()));
    }
}

package io.millrace.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShardOpeningTest {
    private final Mill mill = new Mill();

    @Test
    void a_shard_that_the_ledger_should_know_stops() {
        ShardId lost = new ShardId("events-g1", "shardId-000000000009");
        WriterRun run = new WriterRun(mill.writer(), lost, List.of(Mill.record(1, "a")));
        mill.parents = Set.of();
        assertThatThrownBy(() -> Mill.finish(run)).isInstanceOf(LostLedgerException.class);
    }

    @Test
    void a_child_shard_knows_what_its_parent_took() {
        mill.write(List.of(Mill.record(1, "a", "b")));
        ShardId child = new ShardId("events-g1", "shardId-000000000001");
        mill.parents = Set.of(mill.shard);
        Mill.finish(new WriterRun(mill.writer(), child, List.of(Mill.record(10, "b", "c"))));
        Mill.finish(new WriterRun(mill.writer(), child, List.of(Mill.record(11, "a", "d"))));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void the_child_of_a_shard_that_never_held_a_record_opens_both() {
        ShardId child = new ShardId("events-g1", "shardId-000000000001");
        mill.parents = Set.of(mill.shard);
        Mill.finish(new WriterRun(mill.writer(), child, List.of(Mill.record(10, "a"))));
        mill.commit();
        assertThat(mill.ids(Mill.SILVER)).containsExactly("a");
        assertThat(mill.ledger.head(mill.shard)).contains(Head.start(mill.shard));
    }
}

package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchingTest {

    private static final String SHARD = "shardId-000000000000";

    @Test
    void withoutAWindowRecordsAreHandedOnAsSoonAsTheyAreRead() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        world.run(Duration.ofMillis(500));
        world.stream.put(SHARD, "a");
        world.stream.put(SHARD, "b");
        world.run(Duration.ofMillis(200));
        assertThat(world.function.invocations()).containsExactly("a b");
    }

    @Test
    void aFullBatchDoesNotWaitForItsWindow() {
        PollerWorld world = new PollerWorld(Mappings.plain().batchSize(2).window(Duration.ofSeconds(5)), SHARD);
        put(world, "a", "b", "c");
        world.run(Duration.ofSeconds(1));
        assertThat(world.function.invocations()).containsExactly("a b");
    }

    @Test
    void theWindowCountsFromTheFirstRecord() {
        PollerWorld world = new PollerWorld(Mappings.plain().window(Duration.ofSeconds(5)), SHARD);
        world.run(Duration.ofSeconds(10));
        put(world, "a");
        world.run(Duration.ofSeconds(4));
        put(world, "b");
        world.run(Duration.ofMillis(800));
        assertThat(world.function.invocations()).isEmpty();
        world.run(Duration.ofMillis(400));
        assertThat(world.function.invocations()).containsExactly("a b");
    }

    @Test
    void whatIsLeftOverAfterAFullBatchKeepsItsOwnWindow() {
        PollerWorld world = new PollerWorld(Mappings.plain().batchSize(2).window(Duration.ofSeconds(5)), SHARD);
        put(world, "a", "b", "c");
        world.run(Duration.ofSeconds(6));
        assertThat(world.function.invocations()).containsExactly("a b", "c");
        assertThat(world.function.times().get(1)).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
    }

    @Test
    void aBatchEndsAtSixMegabytesOfEvent() {
        PollerWorld world = new PollerWorld(Mappings.plain().window(Duration.ofMinutes(1)), SHARD);
        byte[] megabyte = new byte[1024 * 1024];
        for (int i = 0; i < 6; i++) {
            world.stream.put(SHARD, megabyte);
        }
        world.run(Duration.ofSeconds(10));
        // A megabyte is 1.33 of them in base64: four fit.
        assertThat(world.function.invocations()).hasSize(1);
        assertThat(world.status().get(0).waitingRecords()).isEqualTo(2);
    }

    @Test
    void recordsArriveInTheShardsOrderWhateverThePagesAre() {
        PollerWorld world = new PollerWorld(Mappings.plain().batchSize(3), SHARD);
        world.stream.limitPages(2);
        put(world, "a", "b", "c", "d", "e");
        world.run(Duration.ofSeconds(2));
        assertThat(String.join(" ", world.function.invocations())).isEqualTo("a b c d e");
    }

    @Test
    void anIdleShardIsReadFiveTimesASecondAtMost() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        world.run(Duration.ofSeconds(10));
        assertThat(world.stream.reads()).isBetween(40, 51);
    }

    @Test
    void anExpiredIteratorIsRenewedWhereTheReadingWas() {
        PollerWorld world = new PollerWorld(Mappings.plain().batchSize(1), SHARD);
        put(world, "a");
        // The function keeps the consumer so long that its iterator dies.
        world.function.behave((data, invocation) -> {
            world.clock.advance(Duration.ofMinutes(6));
            return new Outcome.Succeeded();
        });
        world.run(Duration.ofMinutes(6));
        put(world, "b");
        world.run(Duration.ofSeconds(1));
        assertThat(world.function.invocations()).containsExactly("a", "b");
    }

    @Test
    void aStreamThatIsAwayIsAskedAgainAndNothingIsLost() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        world.run(Duration.ofMillis(100));
        put(world, "a");
        world.stream.fail(4);
        world.run(Duration.ofSeconds(10));
        assertThat(world.function.invocations()).containsExactly("a");
    }

    private static void put(PollerWorld world, String... data) {
        for (String item : data) {
            world.stream.put(SHARD, item);
        }
    }
}

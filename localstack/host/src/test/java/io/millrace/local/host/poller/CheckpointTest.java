package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    private static final String SHARD = "shardId-000000000000";
    private static final Duration WHILE = Duration.ofSeconds(5);

    @Test
    void afterARestartReadingGoesOnBehindTheLastSuccess() {
        PollerWorld world = new PollerWorld(Mappings.plain().batchSize(2), SHARD);
        put(world, "a", "b");
        world.run(WHILE);
        world.crash();
        put(world, "c");
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("a b", "c");
    }

    @Test
    void aBatchWhoseFunctionDidNotReturnIsReadAgain() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        put(world, "a");
        world.function.behave((data, invocation) -> new Outcome.Failed(0, "killed"));
        world.run(Duration.ofMillis(50));
        world.crash();
        world.function.behave((data, invocation) -> new Outcome.Succeeded());
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("a", "a");
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsTriedAgainWithoutInvokingTheFunctionAgain() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        world.run(Duration.ofMillis(100));
        world.checkpoints.fail(3);
        put(world, "a");
        world.run(WHILE);
        world.crash();
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("a");
    }

    @Test
    void latestSkipsWhatWasThereBeforeAndKeepsWhatComesWhileTheHostIsDown() {
        PollerWorld world = new PollerWorld(Mappings.plain().latest(), SHARD);
        put(world, "before");
        world.clock.advance(Duration.ofSeconds(1));
        world.run(Duration.ofMillis(1));
        world.crash();
        put(world, "after");
        world.clock.advance(Duration.ofSeconds(1));
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("after");
    }

    @Test
    void latestReadsShardsThatAppearLaterFromTheirBeginning() {
        PollerWorld world = new PollerWorld(Mappings.plain().latest(), SHARD);
        world.run(WHILE);
        world.stream.reshard(List.of(SHARD), List.of("child"));
        world.stream.put("child", "c");
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("c");
    }

    @Test
    void aStreamMadeAnewUnderTheSameNameIsReadFromItsBeginning() {
        PollerWorld world = new PollerWorld(Mappings.plain(), SHARD);
        put(world, "a");
        world.run(WHILE);
        world.crash();
        world.stream.recreate(SHARD);
        put(world, "b");
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("a", "b");
    }

    @Test
    void checkpointsOnDiskOutliveTheirWriter(@TempDir Path folder) {
        MappingKey mapping = new MappingKey("writer", "events", Instant.ofEpochMilli(5));
        Map<String, Checkpoint> written = Map.of(
                "one", new Checkpoint.Next(new Position.After("496")),
                "two", new Checkpoint.Next(new Position.At(Instant.ofEpochMilli(7))),
                "three", new Checkpoint.Next(new Position.TrimHorizon()),
                "four", new Checkpoint.ShardEnd());
        FileCheckpoints writer = new FileCheckpoints(folder);
        writer.write(mapping, "one", new Checkpoint.Next(new Position.After("495")));
        written.forEach((shardId, checkpoint) -> writer.write(mapping, shardId, checkpoint));
        assertThat(new FileCheckpoints(folder).read(mapping)).isEqualTo(written);
    }

    @Test
    void anotherStreamOfTheNameHasNoCheckpoints(@TempDir Path folder) {
        FileCheckpoints checkpoints = new FileCheckpoints(folder);
        checkpoints.write(
                new MappingKey("writer", "events", Instant.ofEpochMilli(5)), "one", new Checkpoint.ShardEnd());
        assertThat(checkpoints.read(new MappingKey("writer", "events", Instant.ofEpochMilli(6))))
                .isEmpty();
    }

    private static void put(PollerWorld world, String... data) {
        for (String item : data) {
            world.stream.put(SHARD, item);
        }
    }
}

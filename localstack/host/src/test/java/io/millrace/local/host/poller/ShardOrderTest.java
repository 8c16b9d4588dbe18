package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardOrderTest {

    private static final Duration WHILE = Duration.ofSeconds(5);

    @Test
    void theChildrenOfASplitWaitUntilTheirParentIsFinished() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "parent");
        world.stream.put("parent", "p");
        world.stream.reshard(List.of("parent"), List.of("left", "right"));
        world.stream.put("left", "l");
        world.function.behave(
                (data, invocation) -> invocation <= 3 ? new Outcome.Failed(0, "no") : new Outcome.Succeeded());
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("p", "p", "p", "p", "l");
    }

    @Test
    void theChildOfAMergeWaitsForBothParents() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "one", "two");
        world.stream.put("two", "slow");
        world.function.behave((data, invocation) ->
                data.contains("slow") && invocation <= 4 ? new Outcome.Failed(0, "no") : new Outcome.Succeeded());
        world.stream.reshard(List.of("one", "two"), List.of("child"));
        world.stream.put("child", "c");
        world.run(WHILE);
        assertThat(world.function.invocations()).endsWith("slow", "c").hasSize(6);
    }

    @Test
    void aParentThatLeftTheStreamHoldsUpNobody() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "parent");
        world.stream.reshard(List.of("parent"), List.of("child"));
        world.stream.forget("parent");
        world.stream.put("child", "c");
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("c");
    }

    @Test
    void aParentThatLeftTheStreamWithRecordsInHandIsStillWaitedFor() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "parent");
        world.stream.put("parent", "p");
        world.function.behave(
                (data, invocation) -> invocation <= 5 ? new Outcome.Failed(0, "no") : new Outcome.Succeeded());
        world.run(Duration.ofMillis(500));
        world.stream.reshard(List.of("parent"), List.of("child"));
        world.stream.forget("parent");
        world.stream.put("child", "c");
        world.run(Duration.ofSeconds(10));
        assertThat(world.function.invocations()).endsWith("p", "c").hasSize(7);
    }

    @Test
    void aReshardIsDiscoveredWhileRunning() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "parent");
        world.run(WHILE);
        world.stream.put("parent", "p");
        world.stream.reshard(List.of("parent"), List.of("left", "right"));
        world.stream.put("left", "l");
        world.stream.put("right", "r");
        world.run(WHILE);
        assertThat(world.function.invocations()).startsWith("p").containsExactlyInAnyOrder("p", "l", "r");
    }

    @Test
    void aFinishedShardIsNotReadAgainAfterARestart() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "parent");
        world.stream.put("parent", "p");
        world.stream.reshard(List.of("parent"), List.of("child"));
        world.stream.put("child", "c");
        world.run(WHILE);
        world.crash();
        world.run(WHILE);
        assertThat(world.function.invocations()).containsExactly("p", "c");
    }

    @Test
    void theLastRecordsOfAClosedShardDoNotWaitForTheWindow() {
        PollerWorld world = new PollerWorld(Mappings.plain().window(Duration.ofMinutes(5)), "parent");
        world.stream.put("parent", "p");
        world.stream.reshard(List.of("parent"), List.of("child"));
        world.run(Duration.ofSeconds(1));
        assertThat(world.function.invocations()).containsExactly("p");
    }

    @Test
    void oneShardsFailureDoesNotHoldUpAnother() {
        PollerWorld world = new PollerWorld(Mappings.plain(), "bad", "good");
        world.stream.put("bad", "poison");
        world.stream.put("good", "g");
        world.function.failOn("poison");
        world.run(WHILE);
        assertThat(world.function.invocations()).contains("g");
    }
}

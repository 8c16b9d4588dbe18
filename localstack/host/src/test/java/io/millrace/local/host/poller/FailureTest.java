package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final String SHARD = "shardId-000000000000";
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void aFailedBatchIsRetriedWholeAndHoldsUpItsShard() {
        PollerWorld world = world(Mappings.plain().batchSize(2), "a", "b", "c");
        world.function.behave(
                (data, invocation) -> invocation <= 2 ? new Outcome.Failed(0, "no") : new Outcome.Succeeded());
        world.run(Duration.ofSeconds(5));
        assertThat(world.function.invocations()).containsExactly("a b", "a b", "a b", "c");
    }

    @Test
    void withoutARetryLimitABatchIsRetriedForEverAndMoreAndMoreSeldom() {
        PollerWorld world = world(Mappings.plain(), "a");
        world.function.failOn("a");
        world.run(LONG);
        assertThat(world.function.invocations()).hasSizeBetween(20, 40).containsOnly("a");
        List<Duration> times = world.function.times();
        assertThat(times.get(times.size() - 1).minus(times.get(times.size() - 2)))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(world.destinations.messages()).isEmpty();
    }

    @Test
    void whenRetriesAreExhaustedTheBatchIsDiscardedAndTheShardGoesOn() {
        PollerWorld world = world(Mappings.plain().batchSize(2).retries(2), "a", "b", "c");
        world.function.failOn("a");
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a b", "a b", "a b", "c");
        assertThat(world.destinations.messages()).hasSize(1);
    }

    @Test
    void noRetriesMeansOneInvocation() {
        PollerWorld world = world(Mappings.plain().retries(0), "a");
        world.function.failOn("a");
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a");
        assertThat(world.destinations.messages()).hasSize(1);
    }

    @Test
    void aBatchThatNeverReachedTheFunctionUsesUpNoRetry() {
        PollerWorld world = world(Mappings.plain().retries(0), "a");
        world.function.behave(
                (data, invocation) -> invocation <= 5 ? new Outcome.NotDelivered("429") : new Outcome.Succeeded());
        world.run(LONG);
        assertThat(world.function.invocations()).hasSize(6);
        assertThat(world.destinations.messages()).isEmpty();
    }

    @Test
    void bisectIsolatesAPoisonedRecordWithoutUsingUpRetries() {
        PollerWorld world = world(Mappings.plain().bisect().retries(1), "a", "b", "c", "d");
        world.function.failOn("c");
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a b c d", "a b", "c d", "c", "c", "d");
        assertThat(world.destinations.messages()).hasSize(1);
        assertThat(info(world).path("batchSize").asInt()).isEqualTo(1);
    }

    @Test
    void aReportedItemFailureRestartsAtTheLowestFailedRecord() {
        PollerWorld world = world(Mappings.plain(), "a", "b", "c", "d");
        world.function.behave((data, invocation) ->
                invocation == 1 ? new Outcome.Failed(2, "c and d failed") : new Outcome.Succeeded());
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a b c d", "c d");
    }

    @Test
    void whatCameBeforeAReportedItemFailureIsCheckpointed() {
        PollerWorld world = world(Mappings.plain(), "a", "b", "c");
        world.function.reportFailureOf("b");
        world.run(Duration.ofMillis(50));
        world.crash();
        world.run(Duration.ofMillis(50));
        assertThat(world.function.invocations()).containsExactly("a b c", "b c");
    }

    @Test
    void withoutBisectAReportedFailureTakesTheRestOfItsBatchAlong() {
        PollerWorld world = world(Mappings.plain().retries(1), "a", "b", "c");
        world.function.reportFailureOf("b");
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a b c", "b c");
        assertThat(info(world).path("batchSize").asInt()).isEqualTo(2);
    }

    @Test
    void bisectAndReportsTogetherDiscardThePoisonedRecordAlone() {
        PollerWorld world = world(Mappings.plain().bisect().retries(1), "a", "b", "c", "d");
        world.function.reportFailureOf("b");
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a b c d", "b c d", "b", "b", "c d");
        assertThat(info(world).path("batchSize").asInt()).isEqualTo(1);
    }

    @Test
    void recordsThatAreTooOldAreDiscardedAndTheOthersGoOn() {
        PollerWorld world = new PollerWorld(Mappings.plain().recordAge(Duration.ofMinutes(1)), SHARD);
        world.stream.put(SHARD, "old");
        world.clock.advance(Duration.ofMinutes(2));
        world.stream.put(SHARD, "young");
        world.run(Duration.ofSeconds(2));
        assertThat(world.function.invocations()).containsExactly("young");
        assertThat(notice(world).path("requestContext").path("condition").asText())
                .isEqualTo("RecordAgeExceeded");
    }

    @Test
    void aBatchMayGrowTooOldWhileItIsRetried() {
        PollerWorld world = world(Mappings.plain().recordAge(Duration.ofMinutes(1)), "a");
        world.function.failOn("a");
        world.run(LONG);
        assertThat(world.function.times())
                .last()
                .satisfies(time -> assertThat(time).isLessThanOrEqualTo(Duration.ofMinutes(1)));
        assertThat(world.destinations.messages()).hasSize(1);
    }

    @Test
    void theNoticeOfADiscardSaysWhereTheRecordsAre() {
        PollerWorld world = new PollerWorld(Mappings.plain().retries(1), SHARD);
        String first = world.stream.put(SHARD, "a");
        String last = world.stream.put(SHARD, "b");
        world.function.failOn("a");
        world.run(LONG);
        JsonNode notice = notice(world);
        assertThat(notice.path("requestContext").path("condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(notice.path("requestContext").path("approximateInvokeCount").asInt())
                .isEqualTo(2);
        assertThat(notice.path("requestContext").path("functionArn").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:writer");
        assertThat(notice.path("responseContext").path("functionError").asText())
                .isEqualTo("Unhandled");
        assertThat(notice.path("version").asText()).isEqualTo("1.0");
        assertThat(info(world).path("shardId").asText()).isEqualTo(SHARD);
        assertThat(info(world).path("startSequenceNumber").asText()).isEqualTo(first);
        assertThat(info(world).path("endSequenceNumber").asText()).isEqualTo(last);
        assertThat(info(world).path("approximateArrivalOfFirstRecord").asText()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(info(world).path("streamArn").asText()).isEqualTo(Mappings.STREAM_ARN);
    }

    @Test
    void aDiscardWaitsUntilItsDestinationHasHeardOfIt() {
        PollerWorld world = world(Mappings.plain().batchSize(1).retries(0), "a", "b");
        world.function.failOn("a");
        world.destinations.fail(3);
        world.run(LONG);
        assertThat(world.function.invocations()).containsExactly("a", "b");
        assertThat(world.destinations.messages()).hasSize(1);
    }

    @Test
    void theLastErrorIsShownUntilABatchSucceeds() {
        PollerWorld world = world(Mappings.plain(), "a");
        world.function.behave(
                (data, invocation) -> invocation == 1 ? new Outcome.Failed(0, "boom") : new Outcome.Succeeded());
        world.run(Duration.ofMillis(50));
        assertThat(world.status().get(0).lastError()).isEqualTo("boom");
        world.run(Duration.ofSeconds(1));
        assertThat(world.status().get(0).lastError()).isNull();
    }

    private static PollerWorld world(Mappings mappings, String... data) {
        PollerWorld world = new PollerWorld(mappings, SHARD);
        for (String item : data) {
            world.stream.put(SHARD, item);
        }
        return world;
    }

    private static JsonNode notice(PollerWorld world) {
        try {
            return new ObjectMapper().readTree(world.destinations.messages().get(0));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode info(PollerWorld world) {
        return notice(world).path("KinesisBatchInfo");
    }
}

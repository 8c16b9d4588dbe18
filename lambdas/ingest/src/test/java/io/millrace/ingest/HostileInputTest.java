package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Format;
import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import io.millrace.ingest.hostile.Answers;
import io.millrace.ingest.hostile.HostileRequest;
import io.millrace.ingest.hostile.HostileRequests;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in costs its sender an answer, its neighbours nothing, and the door little. */
class HostileInputTest {
    /** A tenth of what the function has; a body is at most 4 MiB, and base64 in JSON where it comes from. */
    private static final long MOST_ALLOCATED_BYTES = 100L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** A fifth of what a function may answer. */
    private static final int MOST_ANSWERED_CHARS = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Doorway door = new Doorway();

    static Stream<HostileRequest> requests() {
        return HostileRequests.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isAnsweredAsItMustBe(HostileRequest request) {
        byte[] proxyEvent = proxyEvent(request);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        long begun = System.nanoTime();

        Response response = door.send(proxyEvent);

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        assertThat(Answers.summary(response.status(), response.body())).isEqualTo(request.answer());
        assertThat(response.body().toString()).hasSizeLessThan(MOST_ANSWERED_CHARS);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(response.body().toString()))
                .as("is Unicode, which API Gateway asks of an answer")
                .isTrue();
        assertThat(door.lastLogLine().path("level").asText()).isEqualTo("INFO");
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_ALLOCATED_BYTES);
        assertThat(took).isLessThan(LONGEST);
        assertEveryKeptEventIsOnTheStream(response);
    }

    private void assertEveryKeptEventIsOnTheStream(Response response) {
        List<Integer> kept = new ArrayList<>();
        for (JsonNode event : response.body().path("events")) {
            if (event.path("kept").asBoolean(event.path("status").asText().equals("accepted"))) {
                kept.add(event.path("index").asInt());
            }
        }
        assertThat(door.entries()).extracting(Entry::index).isEqualTo(kept);
    }

    static Stream<Arguments> fields() {
        return Contracts.bundled().streamed().stream()
                .flatMap(contract ->
                        contract.fields().stream().map(field -> arguments(contract.dataset(), field.name())));
    }

    /** A rule's pattern must neither try for ever nor recurse for each character. */
    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("fields")
    void noRuleOfAnyFieldChokesOnALongText(String dataset, String field) {
        for (String unit : List.of("a", "1", "a@", "a.", "@.", "+1", "-", " ", "\\u0000", "\u00e9")) {
            String event = "{\"" + field + "\":\"" + unit.repeat(200_000 / unit.length()) + "\"}";
            long begun = System.nanoTime();

            Response response = door.send(Post.to("/v1/events/" + dataset).text(Events.array(event, event)));

            assertThat(response.status()).as(unit).isIn(200, 207);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(unit).isLessThan(LONGEST);
        }
    }

    @Test
    void theTableIsLong() {
        assertThat(HostileRequests.all()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @Test
    void anAcceptedIdIsShortEnoughToComeBackFiveHundredTimes() {
        assertThat(Contracts.bundled().all())
                .filteredOn(contract -> contract.format() == Format.JSON) // other formats bring no ids
                .allSatisfy(contract -> assertThat(longestId(contract)).isLessThanOrEqualTo(256));
    }

    private static int longestId(Contract contract) {
        return contract.fields().stream()
                .filter(field -> field.name().equals("event_id"))
                .flatMap(field -> field.rules().stream())
                .flatMap(rule -> rule instanceof FieldRule.Length length && length.max() != null
                        ? Stream.of(length.max())
                        : Stream.empty())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static byte[] proxyEvent(HostileRequest request) {
        Post post = Post.to(request.path());
        request.headers().forEach(post::header);
        return post.bytes(request.body()).format1();
    }
}

package io.millrace.frame;

import static io.millrace.frame.Frames.RECEIVED_AT;
import static io.millrace.frame.Frames.VERSION_1;
import static io.millrace.frame.Frames.bytes;
import static io.millrace.frame.Frames.event;
import static io.millrace.frame.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.protocol.Protocol;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrameCodecTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void comes_back_as_it_went(String name, Frame frame) throws CorruptFrameException {
        Frame back = FrameCodec.decode(FrameCodec.encode(frame));
        assertThat(back).usingRecursiveComparison().isEqualTo(frame);
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("no events", frame(null)),
                Arguments.of("one small event, stored as it is", frame(null, event(0, "{}"))),
                Arguments.of(
                        "many events, compressed",
                        frame(
                                "{\"ip_class\":\"public\"}",
                                IntStream.range(0, 500)
                                        .mapToObj(i -> event(i, "{\"event_id\":\"id-" + i + "\",\"page\":\"/home\"}"))
                                        .toArray(Entry[]::new))),
                Arguments.of(
                        "several datasets and versions",
                        frame(
                                null,
                                new Entry("app_events", "1.0.0", 0, null, bytes("{}"), null),
                                new Entry("clickstream", "1.0.0", 1, null, bytes("{}"), null),
                                new Entry("app_events", "1.1.0", 2, null, bytes("{}"), null))),
                Arguments.of(
                        "a rejected event with any bytes",
                        frame(
                                null,
                                new Entry(
                                        "app_events",
                                        "1.0.0",
                                        300,
                                        "derived-id",
                                        new byte[] {0, -1, 127, -128, 10},
                                        new Rejection("required", "/user_id", "is missing — ünïcode 🚀")))),
                Arguments.of(
                        "a message of each protocol, sent by a clock of another century",
                        new Frame(
                                "batch-1",
                                RECEIVED_AT,
                                Instant.parse("1901-01-01T00:00:00.000001Z"),
                                "web",
                                "0.1.0",
                                null,
                                Stream.of(Protocol.values())
                                        .map(protocol -> new Entry(
                                                "app_events",
                                                "1.0.0",
                                                protocol.code(),
                                                null,
                                                bytes("{}"),
                                                new Rejection("required", "/event", "is required"),
                                                protocol))
                                        .toList())));
    }

    /** Written by the release before protocols: a stream holds a week of them. */
    @Test
    void a_frame_of_version_1_is_read() throws CorruptFrameException {
        Frame frame = FrameCodec.decode(Base64.getDecoder().decode(VERSION_1));

        assertThat(frame)
                .usingRecursiveComparison()
                .isEqualTo(new Frame(
                        "batch-1",
                        RECEIVED_AT,
                        "web",
                        "0.1.0",
                        "{\"ip_class\":\"public\"}",
                        List.of(
                                new Entry("app_events", "1.0.0", 0, null, bytes("{\"a\":1}"), null),
                                new Entry(
                                        "clickstream",
                                        "1.1.0",
                                        7,
                                        "derived-id",
                                        bytes("{\"b\":2}"),
                                        new Rejection("required", "/page", "is required")))));
    }

    @Test
    void the_same_frame_gives_the_same_bytes() {
        assertThat(FrameCodec.encode(frame(null, event(0, "{}"))))
                .isEqualTo(FrameCodec.encode(frame(null, event(0, "{}"))));
    }

    @Test
    void bytes_that_are_no_frame_are_told_apart() {
        assertThat(FrameCodec.isFrame(bytes("{\"payload\":{}}"))).isFalse();
        assertThat(FrameCodec.isFrame(FrameCodec.encode(frame(null)))).isTrue();
    }
}

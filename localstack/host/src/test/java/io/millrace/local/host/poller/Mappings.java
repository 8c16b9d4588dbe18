package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import io.millrace.local.host.assembly.StreamMapping.StartingPosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Mappings for tests: batches of 10 without a window, no limits, changed one setting at a time. */
record Mappings(StreamMapping mapping) {

    static final String STREAM_ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/events";
    static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:failures";

    static Mappings plain() {
        return new Mappings(new StreamMapping(
                "writer",
                STREAM_ARN,
                true,
                StartingPosition.TRIM_HORIZON,
                10,
                Duration.ZERO,
                false,
                false,
                null,
                null,
                QUEUE_ARN));
    }

    Mappings latest() {
        return with(StartingPosition.LATEST, mapping.batchSize(), mapping.window(), mapping.bisect(), null, null);
    }

    Mappings batchSize(int size) {
        return with(
                mapping.startingPosition(),
                size,
                mapping.window(),
                mapping.bisect(),
                mapping.retryAttempts(),
                mapping.recordAge());
    }

    Mappings window(Duration window) {
        return with(
                mapping.startingPosition(),
                mapping.batchSize(),
                window,
                mapping.bisect(),
                mapping.retryAttempts(),
                mapping.recordAge());
    }

    Mappings bisect() {
        return with(
                mapping.startingPosition(),
                mapping.batchSize(),
                mapping.window(),
                true,
                mapping.retryAttempts(),
                mapping.recordAge());
    }

    Mappings retries(int attempts) {
        return with(
                mapping.startingPosition(),
                mapping.batchSize(),
                mapping.window(),
                mapping.bisect(),
                attempts,
                mapping.recordAge());
    }

    Mappings recordAge(Duration age) {
        return with(
                mapping.startingPosition(),
                mapping.batchSize(),
                mapping.window(),
                mapping.bisect(),
                mapping.retryAttempts(),
                age);
    }

    private static Mappings with(
            StartingPosition position,
            int batchSize,
            Duration window,
            boolean bisect,
            @Nullable Integer retries,
            @Nullable Duration age) {
        return new Mappings(new StreamMapping(
                "writer", STREAM_ARN, true, position, batchSize, window, bisect, true, retries, age, QUEUE_ARN));
    }
}

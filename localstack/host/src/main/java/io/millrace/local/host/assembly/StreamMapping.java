package io.millrace.local.host.assembly;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Kinesis event source mapping with AWS Lambda's defaults filled in.
 *
 * @param functionName plain name of the function
 * @param batchSize most records of one invocation, 1 to 10,000
 * @param window longest wait for a batch to fill, counted from its first record; zero invokes at once
 * @param retryAttempts retries after the first failure, or null for no limit
 * @param recordAge records older than this are discarded, or null for no limit
 * @param onFailureArn queue or topic that hears of discarded batches, or null to drop them silently
 */
public record StreamMapping(
        String functionName,
        String streamArn,
        boolean enabled,
        StartingPosition startingPosition,
        int batchSize,
        Duration window,
        boolean bisect,
        boolean reportsItemFailures,
        @Nullable Integer retryAttempts,
        @Nullable Duration recordAge,
        @Nullable String onFailureArn) {

    /** Where a mapping without any checkpoint begins. */
    public enum StartingPosition {
        TRIM_HORIZON,
        LATEST
    }

    private static final Set<String> DESTINATION_SERVICES = Set.of("sqs", "sns");

    public StreamMapping {
        require(batchSize >= 1 && batchSize <= 10_000, "BatchSize must be 1 to 10,000", batchSize);
        require(
                !window.isNegative() && window.compareTo(Duration.ofMinutes(5)) <= 0,
                "MaximumBatchingWindowInSeconds must be 0 to 300",
                window);
        require(
                retryAttempts == null || (retryAttempts >= 0 && retryAttempts <= 10_000),
                "MaximumRetryAttempts must be -1 to 10,000",
                retryAttempts);
        require(
                recordAge == null
                        || (recordAge.compareTo(Duration.ofMinutes(1)) >= 0
                                && recordAge.compareTo(Duration.ofDays(7)) <= 0),
                "MaximumRecordAgeInSeconds must be -1 or 60 to 604,800",
                recordAge);
        require(
                onFailureArn == null || DESTINATION_SERVICES.contains(service(onFailureArn)),
                "OnFailure must be an SQS queue or an SNS topic",
                onFailureArn);
        require("kinesis".equals(service(streamArn)), "EventSourceArn must be a Kinesis stream", streamArn);
    }

    /** Name of the stream, the last part of its ARN. */
    public String streamName() {
        return streamArn.substring(streamArn.lastIndexOf('/') + 1);
    }

    private static String service(String arn) {
        String[] parts = arn.split(":", 4);
        return parts.length < 4 ? "" : parts[2];
    }

    private static void require(boolean holds, String rule, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}

package io.millrace.local.host.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.host.assembly.StreamMapping.StartingPosition;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the properties of an {@code AWS::Lambda::EventSourceMapping} on a Kinesis stream. */
record MappingTemplate(JsonNode properties, Intrinsics intrinsics) {

    /** Whether the mapping's source is a Kinesis stream; every other source is the emulator's to poll. */
    boolean ofKinesis() {
        JsonNode source = properties.path("EventSourceArn");
        return !source.isMissingNode() && intrinsics.resolve(source).contains(":kinesis:");
    }

    /** @throws IllegalArgumentException naming the property that is wrong or that the host does not support */
    StreamMapping read() {
        refuse(
                "TumblingWindowInSeconds",
                properties.path("TumblingWindowInSeconds").asInt(0) != 0);
        refuse(
                "FilterCriteria",
                !properties.path("FilterCriteria").path("Filters").isEmpty());
        refuse(
                "ParallelizationFactor above 1",
                properties.path("ParallelizationFactor").asInt(1) != 1);
        String function = intrinsics.resolve(properties.path("FunctionName"));
        return new StreamMapping(
                function.substring(function.lastIndexOf(':') + 1),
                intrinsics.resolve(properties.path("EventSourceArn")),
                properties.path("Enabled").asBoolean(true),
                startingPosition(),
                properties.path("BatchSize").asInt(100),
                Duration.ofSeconds(
                        properties.path("MaximumBatchingWindowInSeconds").asInt(0)),
                properties.path("BisectBatchOnFunctionError").asBoolean(false),
                reportsItemFailures(),
                limit("MaximumRetryAttempts"),
                recordAge(),
                onFailure());
    }

    private StartingPosition startingPosition() {
        String position = properties.path("StartingPosition").asText();
        return switch (position) {
            case "TRIM_HORIZON" -> StartingPosition.TRIM_HORIZON;
            case "LATEST" -> StartingPosition.LATEST;
            default ->
                throw new IllegalArgumentException("StartingPosition must be TRIM_HORIZON or LATEST: " + position);
        };
    }

    private boolean reportsItemFailures() {
        return StreamSupport.stream(properties.path("FunctionResponseTypes").spliterator(), false)
                .anyMatch(type -> "ReportBatchItemFailures".equals(type.asText()));
    }

    private @Nullable Duration recordAge() {
        Integer seconds = limit("MaximumRecordAgeInSeconds");
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private @Nullable Integer limit(String property) {
        int value = properties.path(property).asInt(-1);
        return value == -1 ? null : value;
    }

    private @Nullable String onFailure() {
        JsonNode destination =
                properties.path("DestinationConfig").path("OnFailure").path("Destination");
        return destination.isMissingNode() ? null : intrinsics.resolve(destination);
    }

    private static void refuse(String property, boolean used) {
        if (used) {
            throw new IllegalArgumentException(property + " is not supported by the local host");
        }
    }
}

package io.millrace.lake.aws;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the migrate function is told by its environment.
 *
 * @param noticesTopic ARN of the topic that hears of changes and refusals
 * @param acceptedBreaks digests of the breaking changes that a person has listed
 */
record MigrateSettings(
        String environment,
        String stream,
        String ledgerTable,
        String lakeBucket,
        String noticesTopic,
        Set<String> acceptedBreaks) {
    MigrateSettings {
        acceptedBreaks = Set.copyOf(acceptedBreaks);
    }

    static MigrateSettings from(Environment environment) {
        return new MigrateSettings(
                environment.required("MILLRACE_ENV"),
                environment.required("MILLRACE_STREAM"),
                environment.required("MILLRACE_LEDGER_TABLE"),
                environment.required("MILLRACE_LAKE_BUCKET"),
                environment.required("MILLRACE_NOTICES_TOPIC_ARN"),
                environment.optional("MILLRACE_ACCEPTED_BREAKS").stream()
                        .flatMap(list -> Arrays.stream(list.split(",", -1)))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

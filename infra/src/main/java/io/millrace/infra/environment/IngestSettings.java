package io.millrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * The door: its function, its limits and what stands in front of it.
 *
 * @param snapStart restore the function from a snapshot instead of starting it anew
 * @param buckets hash buckets that a POST's events are grouped into; at least the number of shards
 * @param maxBodyBytes largest body, before base64 and after gzip is undone
 * @param maxEvents most events in one POST
 * @param maxEventBytes largest event
 * @param throttle of the whole API
 * @param sdkThrottle of the paths that SDKs use, all sources together: their keys are in no usage plan
 * @param sourceThrottle of one source's key
 * @param sourcePostsPerDay POSTs that one source's key may make in a day
 * @param accountLogRole give API Gateway the role that it logs with, of which an account has one for all APIs of a region
 * @param firewall the web ACL, or null for none
 * @param domain the API's own host name, or null for the one that API Gateway gives it
 */
public record IngestSettings(
        FunctionSize function,
        boolean snapStart,
        int buckets,
        int maxBodyBytes,
        int maxEvents,
        int maxEventBytes,
        Throttle throttle,
        Throttle sdkThrottle,
        Throttle sourceThrottle,
        int sourcePostsPerDay,
        boolean accountLogRole,
        @Nullable Firewall firewall,
        @Nullable CustomDomain domain) {
    public IngestSettings {
        Check.range("ingest.buckets", buckets, 1, 10_000);
        // The Lambda request holds the body in base64: 4/3 of it must stay under 6 MB with its headers.
        Check.range("ingest.maxBodyBytes", maxBodyBytes, 1024, 4_300_000);
        Check.range("ingest.maxEvents", maxEvents, 1, 10_000);
        // A stream record ends at 1 MiB and an event is never split.
        Check.range("ingest.maxEventBytes", maxEventBytes, 1024, 1_000_000);
        Check.range("ingest.sourcePostsPerDay", sourcePostsPerDay, 1, Integer.MAX_VALUE);
    }
}

package io.millrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * The API that reads: its function, its limits and what stands in front of it.
 *
 * @param snapStart restore the function from a snapshot instead of starting it anew
 * @param queryTimeoutSeconds how long a query may run before it is stopped
 * @param usualRows that a query gives when its sender does not say
 * @param mostRows that a sender may ask for
 * @param maxScanBytes most bytes that one query may read
 * @param catalogKeptSeconds how old an answer about tables may be
 * @param throttle of the whole API
 * @param keyThrottle of one reader's key
 * @param keyRequestsPerDay requests that one reader's key may make in a day
 * @param firewall the web ACL, or null for none
 */
public record ServingSettings(
        FunctionSize function,
        boolean snapStart,
        int queryTimeoutSeconds,
        int usualRows,
        int mostRows,
        long maxScanBytes,
        int catalogKeptSeconds,
        Throttle throttle,
        Throttle keyThrottle,
        int keyRequestsPerDay,
        @Nullable Firewall firewall) {
    /** What the function needs, beside a query's time, to stop it and to answer. */
    private static final int GRACE_SECONDS = 3;

    public ServingSettings {
        // API Gateway gives up on a function after 29 seconds.
        Check.range("serving.function.timeoutSeconds", function.timeoutSeconds(), 5, 29);
        Check.range("serving.queryTimeoutSeconds", queryTimeoutSeconds, 1, function.timeoutSeconds() - GRACE_SECONDS);
        Check.range("serving.mostRows", mostRows, 1, 100_000);
        Check.range("serving.usualRows", usualRows, 1, mostRows);
        Check.range("serving.maxScanBytes", maxScanBytes, 10_000_000, Long.MAX_VALUE);
        Check.range("serving.catalogKeptSeconds", catalogKeptSeconds, 1, 3600);
        Check.range("serving.keyRequestsPerDay", keyRequestsPerDay, 1, Integer.MAX_VALUE);
    }
}

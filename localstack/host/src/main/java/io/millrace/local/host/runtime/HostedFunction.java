package io.millrace.local.host.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One function: its newest package, its current configuration, its environments. */
final class HostedFunction {

    private static final Logger LOG = LoggerFactory.getLogger(HostedFunction.class);

    /** A changed configuration is noticed within this time. */
    private static final Duration CONFIGURATION_AGE = Duration.ofSeconds(1);

    private final String name;
    private final FunctionConfigurations configurations;
    private final InvocationFaults faults;
    private final InstantSource clock;
    private final EnvironmentPool pool;
    private volatile FunctionPackage newest;
    private volatile int limit;
    private Instant asked = Instant.MIN;
    private volatile @Nullable FunctionConfiguration configuration;
    private long invocations;
    private long errors;
    private long throttles;
    private @Nullable String lastError;

    HostedFunction(
            String name,
            FunctionPackage functionPackage,
            int limit,
            FunctionConfigurations configurations,
            Map<String, String> hostEnvironment,
            InvocationFaults faults,
            InstantSource clock) {
        this.name = name;
        this.newest = functionPackage;
        this.limit = limit;
        this.configurations = configurations;
        this.faults = faults;
        this.clock = clock;
        AtomicInteger made = new AtomicInteger();
        this.pool = new EnvironmentPool(generation -> new ExecutionEnvironment(
                generation,
                EnvironmentVariables.of(generation, hostEnvironment),
                name + "-" + made.incrementAndGet(),
                clock));
    }

    /** Later invocations run the new package; running ones finish with the old. */
    void redeploy(FunctionPackage functionPackage, int newLimit) {
        newest = functionPackage;
        limit = newLimit;
    }

    Invocation invoke(String requestId, byte[] event) {
        Optional<Generation> current;
        try {
            current = generation();
        } catch (RuntimeException e) {
            return new Invocation.Unavailable("Cannot ask for the configuration of " + name + ": " + e);
        }
        if (current.isEmpty()) {
            return new Invocation.Unavailable("Function not found: " + name);
        }
        ExecutionEnvironment environment = pool.acquire(current.get(), limit);
        if (environment == null) {
            Invocation throttled = new Invocation.Throttled("Rate Exceeded: " + name + " runs " + limit + " at a time");
            count(throttled);
            return throttled;
        }
        try {
            Invocation result = invoke(environment, requestId, event);
            count(result);
            return result;
        } finally {
            pool.release(environment, current.get());
        }
    }

    private Invocation invoke(ExecutionEnvironment environment, String requestId, byte[] event) {
        return switch (faults.next(name)) {
            case UNTOUCHED -> environment.invoke(requestId, event);
            case NEVER_STARTED -> new Invocation.Failed(ErrorDocument.fault(requestId));
            case ANSWER_LOST -> {
                Invocation worked = environment.invoke(requestId, event);
                LOG.info(
                        "{}: for a test, the answer of {} is lost, a {}",
                        name,
                        requestId,
                        worked.getClass().getSimpleName());
                yield new Invocation.Failed(ErrorDocument.fault(requestId));
            }
        };
    }

    synchronized FunctionStatus status() {
        FunctionConfiguration known = configuration;
        return new FunctionStatus(
                name,
                known == null ? null : known.handler(),
                pool.busy(),
                pool.idle(),
                invocations,
                errors,
                throttles,
                lastError);
    }

    private synchronized void count(Invocation result) {
        if (result instanceof Invocation.Throttled) {
            throttles++;
            return;
        }
        invocations++;
        if (result instanceof Invocation.Failed failed) {
            errors++;
            lastError = failed.summary();
        }
    }

    private Optional<Generation> generation() {
        return configuration().map(found -> new Generation(newest, found));
    }

    private synchronized Optional<FunctionConfiguration> configuration() {
        Instant now = clock.instant();
        if (Duration.between(asked, now).compareTo(CONFIGURATION_AGE) < 0) {
            return Optional.ofNullable(configuration);
        }
        try {
            configuration = configurations.current(name).orElse(null);
            asked = now;
        } catch (RuntimeException e) {
            if (configuration == null) {
                throw e;
            }
            LOG.warn("Cannot ask for the configuration of {}, going on with the last: {}", name, e.toString());
        }
        return Optional.ofNullable(configuration);
    }
}

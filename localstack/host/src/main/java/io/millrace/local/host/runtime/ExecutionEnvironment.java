package io.millrace.local.host.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One handler instance and the one thread that runs it. Its caller gives it one event at a time. After a time-out or an
 * {@link Error} it is broken and takes no further event; a thread that ignores its interrupt runs on as a zombie.
 */
final class ExecutionEnvironment implements AutoCloseable {

    /** Lambda's limit for the response of a synchronous invocation. */
    private static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

    /** Lambda's is 10 s on a machine that does nothing else; here everything may start at once on two cores. */
    private static final Duration MAX_INIT = Duration.ofSeconds(60);

    private final Generation generation;
    private final Map<String, String> variables;
    private final String name;
    private final InstantSource clock;
    private final ExecutorService thread;
    private @Nullable RequestStreamHandler handler;
    private volatile boolean broken;

    ExecutionEnvironment(Generation generation, Map<String, String> variables, String name, InstantSource clock) {
        this.generation = generation;
        this.variables = variables;
        this.name = name;
        this.clock = clock;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread created = new Thread(work, name);
            created.setDaemon(true);
            created.setContextClassLoader(generation.functionPackage().loader());
            return created;
        });
    }

    boolean serves(Generation current) {
        return !broken && generation.equals(current);
    }

    Invocation invoke(String requestId, byte[] event) {
        FunctionConfiguration configuration = generation.configuration();
        try {
            RequestStreamHandler ready = init(requestId);
            InvocationContext context = new InvocationContext(
                    configuration, requestId, name, clock.instant().plus(configuration.timeout()), clock);
            byte[] payload = await(configuration.timeout(), () -> run(ready, event, context));
            return payload.length > MAX_RESPONSE_BYTES
                    ? new Invocation.Failed(ErrorDocument.tooLarge(MAX_RESPONSE_BYTES))
                    : new Invocation.Succeeded(payload);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            if (handler == null || failure instanceof Error) {
                broken = true;
            }
            new HostLogger(configuration.name(), requestId).log(StackTraces.of(failure));
            return new Invocation.Failed(ErrorDocument.of(failure));
        } catch (TimeoutException e) {
            broken = true;
            Duration limit = handler == null ? MAX_INIT : configuration.timeout();
            new HostLogger(configuration.name(), requestId).log("Task timed out after " + limit);
            return new Invocation.Failed(ErrorDocument.timedOut(requestId, limit));
        } catch (InterruptedException e) {
            broken = true;
            Thread.currentThread().interrupt();
            return new Invocation.Unavailable("The host is stopping");
        }
    }

    private RequestStreamHandler init(String requestId)
            throws ExecutionException, TimeoutException, InterruptedException {
        RequestStreamHandler ready = handler;
        if (ready == null) {
            long started = System.nanoTime();
            String handlerName = generation.configuration().handler();
            ready = await(
                    MAX_INIT, () -> Handlers.create(generation.functionPackage().loader(), handlerName, variables));
            handler = ready;
            new HostLogger(generation.configuration().name(), requestId)
                    .log("init " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) + " ms in " + name);
        }
        return ready;
    }

    private static byte[] run(RequestStreamHandler handler, byte[] event, InvocationContext context)
            throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), response, context);
        return response.toByteArray();
    }

    private <T> T await(Duration limit, Callable<T> work)
            throws ExecutionException, TimeoutException, InterruptedException {
        Future<T> result = thread.submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            result.cancel(true);
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

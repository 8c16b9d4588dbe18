package io.millrace.local.host.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Handlers that tests put into packages; a package's loader defines them anew, so they share nothing with the test. */
public final class SampleHandlers {

    private SampleHandlers() {}

    /** Answers with its greeting variable, the event, and what the context says. */
    public static final class Echo implements RequestStreamHandler {
        private final String greeting;

        public Echo(Map<String, String> environment) {
            this.greeting = environment.get("GREETING") + " " + environment.get("AWS_LAMBDA_FUNCTION_NAME");
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            write(output, greeting + " " + event + " " + context.getAwsRequestId());
        }
    }

    /** Counts its invocations, to tell one instance from another. */
    public static final class Counter implements RequestStreamHandler {
        private int count;

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            count++;
            write(output, String.valueOf(count));
        }
    }

    /** Counts its invocations, and asks for more memory than there is when told so. */
    public static final class Hoarder implements RequestStreamHandler {
        private int count;

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            count++;
            if (input.read() >= 0) {
                long[][] hoard = new long[1024][];
                for (int i = 0; i < hoard.length; i++) {
                    hoard[i] = new long[Integer.MAX_VALUE - 8];
                }
                count += hoard.length;
            }
            write(output, String.valueOf(count));
        }
    }

    /** Throws with a cause. */
    public static final class Thrower implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {
            throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
        }
    }

    /** Cannot be made. */
    public static final class Unmakeable implements RequestStreamHandler {
        public Unmakeable() {
            throw new IllegalStateException("Missing environment variable MILLRACE_STREAM");
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {}
    }

    /** Waits until it is interrupted, except for the event "quick". */
    public static final class Sleeper implements RequestStreamHandler {
        private int count;

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            count++;
            if ("quick".equals(new String(input.readAllBytes(), StandardCharsets.UTF_8))) {
                write(output, String.valueOf(count));
                return;
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells whether it sees the host's own classes. */
    public static final class Spy implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            write(output, sees("com.fasterxml.jackson.databind.ObjectMapper") + " " + sees("java.sql.Connection"));
        }

        private static boolean sees(String className) {
            try {
                Class.forName(className, false, Spy.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    /** Appends each event as a line to the file OUT; throws for an event with the text of POISON in base64. */
    public static final class Recorder implements RequestStreamHandler {
        private final Path out;
        private final String poison;

        public Recorder(Map<String, String> environment) {
            this.out = Path.of(environment.get("OUT"));
            this.poison =
                    Base64.getEncoder().encodeToString(environment.get("POISON").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            if (event.contains(poison)) {
                throw new IllegalStateException("poisoned");
            }
            Files.writeString(out, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            write(output, "{\"batchItemFailures\": []}");
        }
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

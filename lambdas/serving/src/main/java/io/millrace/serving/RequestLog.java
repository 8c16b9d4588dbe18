package io.millrace.serving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;

/** One line of JSON for each request: no SQL, no value, no key. */
final class RequestLog {
    private final PrintStream out;
    private final String serviceVersion;

    RequestLog(PrintStream out, String serviceVersion) {
        this.out = out;
        this.serviceVersion = serviceVersion;
    }

    void write(Instant time, Duration took, Handled handled) {
        int status = handled.answer().status();
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("time", time.toString())
                .put("level", status >= 500 ? "ERROR" : "INFO")
                .put("message", "request")
                .put("service_version", serviceVersion)
                .put("endpoint", handled.endpoint())
                .put("status", status)
                .put("ms", took.toMillis());
        if (handled.error() != null) {
            line.put("error", handled.error());
        }
        Throwable cause = handled.cause();
        if (cause != null) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            line.put("cause", trace.toString());
        }
        out.println(line);
    }
}

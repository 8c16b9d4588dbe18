package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each request. */
final class RequestLog {
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final String serviceVersion;

    RequestLog(PrintStream out, String serviceVersion) {
        this.out = out;
        this.serviceVersion = serviceVersion;
    }

    void write(Instant time, Duration took, RequestReport report) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", time.toString());
            json.writeStringField("level", report.cause() == null ? "INFO" : "ERROR");
            json.writeStringField("message", "request");
            json.writeStringField("service_version", serviceVersion);
            json.writeStringField("batch_id", report.batchId());
            field(json, "source", report.source());
            json.writeNumberField("status", report.status());
            field(json, "error", report.error());
            if (report.validateOnly()) {
                json.writeBooleanField("validate_only", true);
            }
            datasets(json, report.datasets());
            json.writeNumberField("records", report.records());
            json.writeNumberField("calls", report.calls());
            json.writeNumberField("ms", took.toMillis());
            field(json, "cause", cause(report));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        out.println(line);
    }

    private static void datasets(JsonGenerator json, Map<String, RequestReport.Tally> datasets) throws IOException {
        json.writeObjectFieldStart("datasets");
        for (Map.Entry<String, RequestReport.Tally> each : datasets.entrySet()) {
            json.writeObjectFieldStart(each.getKey());
            json.writeNumberField("accepted", each.getValue().accepted());
            json.writeNumberField("rejected", each.getValue().rejected());
            count(json, "warned", each.getValue().warned());
            count(json, "unknown_fields", each.getValue().unknownFields());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** What is mostly none is written when there is some. */
    private static void count(JsonGenerator json, String name, int count) throws IOException {
        if (count > 0) {
            json.writeNumberField(name, count);
        }
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** An outage is told in one line, since each request in it logs one; only what nobody foresaw needs the stack. */
    private static @Nullable String cause(RequestReport report) {
        Throwable cause = report.cause();
        if (cause == null) {
            return null;
        }
        if (report.status() == 500) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(": "));
    }
}

package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.millrace.event.Utf8;
import io.millrace.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How events are sent to {@code /v1/events}: as they are, or by CloudEvents' HTTP binding (1.0.2, section 3) in
 * structured, batched or binary mode.
 */
enum CloudEventBody {
    /** Plain events. */
    NONE {
        @Override
        Opened open(HttpRequest request, byte[] body, int maxEvents, Lookout lookout) {
            return split(request, body, maxEvents, Protocol.PLAIN, lookout);
        }
    },

    /** One event, or an array of them, in CloudEvents' JSON format. */
    STRUCTURED {
        @Override
        Opened open(HttpRequest request, byte[] body, int maxEvents, Lookout lookout) {
            return split(request, body, maxEvents, Protocol.CLOUDEVENTS, Lookout.NONE);
        }
    },

    /** The attributes in headers, the data in the body. Written down as in structured mode. */
    BINARY {
        @Override
        Opened open(HttpRequest request, byte[] body, int maxEvents, Lookout lookout) {
            byte[] event = structured(request, body);
            Slice whole = new Slice(0, event.length);
            if (!JsonGrammar.holds(event, whole)) {
                return new Refusal(400, "malformed_body", "Cannot parse the body as JSON, which its Content-Type says");
            }
            return Parcel.of(event, new Slices(List.of(whole), false), Protocol.CLOUDEVENTS);
        }
    };

    private static final JsonFactory JSON = new JsonFactory();
    private static final String ATTRIBUTE = "ce-";
    private static final Pattern JSON_TYPE = Pattern.compile("[^;/]+/([^;]*\\+)?json\\s*(;.*)?");
    private static final Pattern TEXT_TYPE = Pattern.compile("text/.*");

    abstract Opened open(HttpRequest request, byte[] body, int maxEvents, Lookout lookout);

    static CloudEventBody modeOf(HttpRequest request) {
        if (contentType(request).startsWith("application/cloudevents")) {
            return STRUCTURED;
        }
        return request.header("ce-specversion") == null ? NONE : BINARY;
    }

    private static String contentType(HttpRequest request) {
        return request.headers().getOrDefault("content-type", "").strip().toLowerCase(Locale.ROOT);
    }

    private static Opened split(HttpRequest request, byte[] body, int maxEvents, Protocol protocol, Lookout lookout) {
        Split split = EventSplitter.split(body, contentType(request), maxEvents, lookout);
        return split instanceof Slices slices ? Parcel.of(body, slices, protocol) : (Refusal) split;
    }

    private static byte[] structured(HttpRequest request, byte[] body) {
        Map<String, String> attributes = new TreeMap<>();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), unescaped(value));
            }
        });
        ByteArrayOutputStream event = new ByteArrayOutputStream(body.length + 512);
        try (JsonGenerator json = JSON.createGenerator(event)) {
            json.writeStartObject();
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            String type = contentType(request);
            if (!type.isEmpty()) {
                json.writeStringField("datacontenttype", type);
            }
            writeData(json, type, body);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return event.toByteArray();
    }

    /** A sender that names no type most often means JSON. */
    private static void writeData(JsonGenerator json, String type, byte[] body) throws IOException {
        boolean isText = Utf8.isValid(body, 0, body.length);
        if (body.length == 0) {
            return;
        }
        boolean isJson = type.isEmpty()
                ? JsonGrammar.holds(body, new Slice(0, body.length))
                : JSON_TYPE.matcher(type).matches();
        if (isJson && isText) {
            json.writeFieldName("data");
            json.writeRawValue(new String(body, UTF_8));
        } else if (isText && TEXT_TYPE.matcher(type).matches()) {
            json.writeStringField("data", new String(body, UTF_8));
        } else {
            json.writeBinaryField("data_base64", body);
        }
    }

    /** Undoes the percent-encoding of a header's value (section 3.1.3.2); what is none stays as it is. */
    private static String unescaped(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream(value.length());
        byte[] bytes = value.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                plain.write(bytes[i]);
            } else {
                plain.write(high << 4 | low);
                i += 2;
            }
        }
        return plain.toString(UTF_8);
    }
}

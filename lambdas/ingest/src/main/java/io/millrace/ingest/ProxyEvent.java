package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.ByteWalk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event of an API Gateway Lambda proxy integration: payload format 1.0 (REST API) and 2.0 (HTTP API), each
 * in one pass and in any order of fields.
 */
final class ProxyEvent {
    private static final JsonFactory JSON = new JsonFactory();

    private String method = "";
    private String path = "";
    private String stage = "";
    private String body = "";
    private byte @Nullable [] cutBody;
    private boolean base64;
    private @Nullable String sourceIp;
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    private ProxyEvent() {}

    /**
     * Reads one event to its end.
     *
     * @throws IOException when the stream does not hold a JSON object
     */
    static HttpRequest read(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        ProxyEvent event = new ProxyEvent();
        Slice body = plainBody(all);
        if (body != null) {
            event.cutBody = Arrays.copyOfRange(all, body.offset(), body.offset() + body.length());
        }
        try (JsonParser json = JSON.createParser(body == null ? all : without(body, all))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Cannot read proxy event: it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                event.field(json);
            }
        }
        return event.request();
    }

    /**
     * Where the body's text lies, if it is one of ASCII without escapes, as base64 is: a parser would take as long for it
     * as the check of its events takes.
     *
     * @return null when it is not sure to be so, or not the only one
     */
    private static @Nullable Slice plainBody(byte[] event) {
        ByteWalk walk = new ByteWalk(event, 0, event.length);
        if (!walk.take('{')) {
            return null;
        }
        Slice body = null;
        do {
            if (!walk.name() || walk.escaped()) {
                return null;
            }
            if (!walk.is("body")) {
                if (!walk.value()) {
                    return null;
                }
            } else if (body == null && walk.text() && !walk.escaped() && walk.ascii()) {
                body = new Slice(walk.from(), walk.to() - walk.from());
            } else {
                return null;
            }
        } while (walk.take(','));
        return walk.take('}') ? body : null;
    }

    private static byte[] without(Slice body, byte[] event) {
        byte[] rest = new byte[event.length - body.length()];
        int end = body.offset() + body.length();
        System.arraycopy(event, 0, rest, 0, body.offset());
        System.arraycopy(event, end, rest, body.offset(), event.length - end);
        return rest;
    }

    private void field(JsonParser json) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
            case "httpMethod" -> method = json.getValueAsString("");
            case "path", "rawPath" -> path = json.getValueAsString("");
            case "body" -> body = json.getValueAsString("");
            case "isBase64Encoded" -> base64 = value == JsonToken.VALUE_TRUE;
            case "headers" -> texts(json, headers, true);
            case "queryStringParameters" -> texts(json, query, false);
            case "requestContext" -> context(json);
            default -> json.skipChildren();
        }
    }

    private void context(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "stage" -> stage = json.getValueAsString("");
                case "identity", "http" -> caller(json);
                default -> json.skipChildren();
            }
        }
    }

    private void caller(JsonParser json) throws IOException {
        Map<String, String> caller = new HashMap<>();
        texts(json, caller, false);
        sourceIp = caller.get("sourceIp");
        if (method.isEmpty()) {
            method = caller.getOrDefault("method", "");
        }
    }

    private static void texts(JsonParser json, Map<String, String> into, boolean foldCase) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            String value = json.getValueAsString();
            json.skipChildren();
            if (value != null) {
                into.put(foldCase ? name.toLowerCase(Locale.ROOT) : name, value);
            }
        }
    }

    private HttpRequest request() {
        // Format 2.0 has the stage in its path unless it is the default one; format 1.0 never has.
        String prefix = "/" + stage;
        String local = !stage.isEmpty() && path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
        byte[] sent = cutBody == null ? body.getBytes(base64 ? ISO_8859_1 : UTF_8) : cutBody;
        return new HttpRequest(method.toUpperCase(Locale.ROOT), local, query, headers, sent, base64, sourceIp);
    }
}

package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
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
        ProxyEvent event = new ProxyEvent();
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Cannot read proxy event: it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                event.field(json);
            }
        }
        return event.request();
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
        return new HttpRequest(method.toUpperCase(Locale.ROOT), local, query, headers, body, base64, sourceIp);
    }
}

package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A request, and the proxy event that API Gateway makes of it. */
final class Post {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private String method = "POST";
    private final String path;
    private String body = "";
    private boolean base64;
    private String sourceIp = "203.0.113.9";

    private Post(String path) {
        this.path = path;
    }

    static Post to(String path) {
        return new Post(path).header("X-Api-Key", Doorway.KEY).header("Content-Type", "application/json");
    }

    Post method(String name) {
        method = name;
        return this;
    }

    Post header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Post without(String header) {
        headers.remove(header);
        return this;
    }

    Post query(String name, String value) {
        query.put(name, value);
        return this;
    }

    Post from(String ip) {
        sourceIp = ip;
        return this;
    }

    Post text(String text) {
        body = text;
        base64 = false;
        return this;
    }

    Post bytes(byte[] bytes) {
        body = Base64.getEncoder().encodeToString(bytes);
        base64 = true;
        return this;
    }

    Post badBase64(String text) {
        body = text;
        base64 = true;
        return this;
    }

    Post gzip(String text) {
        return bytes(gzipped(text.getBytes(UTF_8)));
    }

    static byte[] gzipped(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As a REST API sends it (payload format 1.0), fields in its order. */
    byte[] format1() {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "1.0");
        event.put("resource", "/v1/events/{dataset}");
        event.put("path", path);
        event.put("httpMethod", method);
        texts(event.putObject("headers"), headers);
        ObjectNode lists = event.putObject("multiValueHeaders");
        headers.forEach((name, value) -> lists.putArray(name).add(value));
        if (query.isEmpty()) {
            event.putNull("queryStringParameters");
        } else {
            texts(event.putObject("queryStringParameters"), query);
        }
        event.putNull("multiValueQueryStringParameters");
        event.putObject("pathParameters").put("dataset", "whatever");
        event.putNull("stageVariables");
        ObjectNode context = event.putObject("requestContext");
        context.put("stage", "live").put("path", "/live" + path).put("requestTimeEpoch", 1772366400123L);
        context.putObject("identity").put("sourceIp", sourceIp).putNull("cognitoIdentityId");
        if (body.isEmpty()) {
            event.putNull("body");
        } else {
            event.put("body", body);
        }
        event.put("isBase64Encoded", base64);
        return bytes(event);
    }

    /** As an HTTP API sends it (payload format 2.0), the stage in its path. */
    byte[] format2() {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", "$default");
        event.put("rawPath", "/live" + path);
        event.put("rawQueryString", "");
        texts(event.putObject("headers"), headers);
        texts(event.putObject("queryStringParameters"), query);
        ObjectNode context = event.putObject("requestContext");
        context.putObject("http")
                .put("method", method)
                .put("path", "/live" + path)
                .put("sourceIp", sourceIp);
        context.put("stage", "live");
        event.put("body", body);
        event.put("isBase64Encoded", base64);
        return bytes(event);
    }

    private static void texts(ObjectNode into, Map<String, String> texts) {
        texts.forEach(into::put);
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(UTF_8);
    }
}

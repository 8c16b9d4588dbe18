package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its sender, as the JSON object that goes with each frame: the class of its address, its
 * user agent and, behind CloudFront, where it is and what it runs on. Never the address.
 */
final class Enrichment {
    /** A longer user agent is cut: no browser's is, and it is stored with every event. */
    static final int MAX_CHARS = 512;

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("country", "cloudfront-viewer-country"),
            Map.entry("region", "cloudfront-viewer-country-region"),
            Map.entry("time_zone", "cloudfront-viewer-time-zone"));
    private static final List<Map.Entry<String, String>> DEVICES = List.of(
            Map.entry("tv", "cloudfront-is-smarttv-viewer"),
            Map.entry("tablet", "cloudfront-is-tablet-viewer"),
            Map.entry("mobile", "cloudfront-is-mobile-viewer"),
            Map.entry("desktop", "cloudfront-is-desktop-viewer"));

    private Enrichment() {}

    /** The JSON object; fields that the request does not carry are absent. */
    static String of(HttpRequest request) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("ip_class", IpClass.of(request.sourceIp()));
            field(json, "user_agent", request.header("user-agent"));
            for (Map.Entry<String, String> place : PLACES) {
                field(json, place.getKey(), request.header(place.getValue()));
            }
            field(json, "device", device(request));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return text.toString();
    }

    private static @Nullable String device(HttpRequest request) {
        for (Map.Entry<String, String> device : DEVICES) {
            if ("true".equals(request.header(device.getValue()))) {
                return device.getKey();
            }
        }
        return null;
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value.length() > MAX_CHARS ? value.substring(0, MAX_CHARS) : value);
        }
    }
}

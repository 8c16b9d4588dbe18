package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 240 real documents of another format, each as text in an event: the event's bytes come back equal from bronze. */
@ExtendWith(LocalPlatform.class)
final class AtomFilesIT {
    private static final String PREFIX = "atom10/";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void every_document_comes_back_byte_for_byte() throws IOException {
        Map<String, String> documents = documents();
        Map<String, String> events = new LinkedHashMap<>();
        documents.forEach((name, text) -> events.put(PREFIX + name, event(PREFIX + name, text)));
        assertThat(events).hasSize(240);

        Ingest.Reply reply = Ingest.ofPlatform()
                .post("/v1/events/external", ("[" + String.join(",\n", events.values()) + "]").getBytes(UTF_8));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        LocalPlatform.settle();

        Map<String, String> bronze = base64("local_bronze.external_bronze", "payload");
        assertThat(bronze.keySet()).isEqualTo(events.keySet());
        events.forEach((id, event) -> assertThat(text(bronze, id)).isEqualTo(event));
        Map<String, String> silver =
                base64("local_silver.external_silver", "json_extract_scalar(properties, '$.body')");
        documents.forEach(
                (name, text) -> assertThat(text(silver, PREFIX + name)).isEqualTo(text));
    }

    private static Map<String, String> documents() throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        try (InputStream file = AtomFilesIT.class.getResourceAsStream("/feedparser-atom10.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                documents.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return documents;
    }

    private static String event(String id, String document) {
        ObjectNode event = JSON.createObjectNode();
        event.put("event_id", id).put("event_type", "feed.read").put("event_timestamp", "2026-03-01T12:00:00Z");
        event.putObject("properties").put("body", document);
        return event.toString();
    }

    private static Map<String, String> base64(String table, String column) {
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode row : LocalPlatform.rows("select event_id, to_base64(to_utf8(" + column + ")) as bytes from "
                + table + " where starts_with(event_id, '" + PREFIX + "') order by event_id")) {
            found.put(row.get("event_id").asText(), row.get("bytes").asText());
        }
        return found;
    }

    private static String text(Map<String, String> base64, String id) {
        return new String(Base64.getDecoder().decode(base64.get(id)), UTF_8);
    }
}

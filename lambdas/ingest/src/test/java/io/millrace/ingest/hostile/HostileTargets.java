package io.millrace.ingest.hostile;

import static io.millrace.ingest.hostile.EventText.array;
import static io.millrace.ingest.hostile.EventText.between;
import static io.millrace.ingest.hostile.EventText.good;
import static io.millrace.ingest.hostile.EventText.ofDataset;
import static io.millrace.ingest.hostile.EventText.unknownFields;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** Datasets, headers and keys that are none. */
final class HostileTargets {
    private final Cases cases;

    HostileTargets(Cases cases) {
        this.cases = cases;
    }

    void add() {
        datasets();
        headers();
    }

    private void datasets() {
        cases.add("an unknown dataset", "/v1/events/nope", array(good("a")), "404 unknown_dataset");
        cases.add("a dataset that is markup", "/v1/events/%3Cscript%3E", array(good("a")), "404 unknown_dataset");
        String known = ofDataset("\"app_events\"", "a");
        for (String named : List.of(
                "\"nope\"",
                "7",
                "null",
                "[]",
                "\"\"",
                "\"" + "x".repeat(100_000) + "\"",
                "\"" + "x".repeat(63) + "\\ud83d\\ude00\"",
                "\"../app_events\"")) {
            String shown = named.length() > 30 ? named.length() + " characters" : named;
            cases.add(
                    "dataset " + shown + " between good ones",
                    "/v1/events",
                    array(known, ofDataset(named, "b"), ofDataset("\"app_events\"", "c")),
                    between("unknown_dataset"));
        }
        for (String start : List.of("\u0000\u0000\u0000{", "{\u0000\u0000\u0000", "\u0000{", "{\u0000")) {
            String name = "a line that starts like UTF-16 or UTF-32: " + start.replace('\u0000', '0');
            cases.add(
                    name,
                    "/v1/events",
                    known + "\n" + start + "\"dataset\":\"app_events\"}\n" + known,
                    between("unknown_dataset"));
        }
        cases.add(
                "a dataset behind 10,000 fields",
                "/v1/events",
                array(unknownFields("a", 10_000).replaceFirst("}$", ",\"dataset\":\"app_events\"}")),
                "200 accepted");
        cases.add(
                "a dataset behind 50,000 arrays",
                "/v1/events",
                array(known, "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + ",\"dataset\":\"app_events\"}"),
                "207 accepted,unknown_dataset");
    }

    private void headers() {
        String two = array(good("a"), good("b"));
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/x-ndjson",
                "image/png",
                "nonsense",
                ";;;=,",
                "x".repeat(4_000))) {
            String shown = type.length() > 60 ? "of 4,000 characters" : type;
            cases.add(
                    "Content-Type " + shown,
                    "/v1/events/app_events",
                    Map.of("Content-Type", type),
                    two.getBytes(UTF_8),
                    "200 2 accepted");
        }
        for (String encoding : List.of("gzip", "br", "identity", "gzip, gzip", "chunked")) {
            cases.add(
                    "Content-Encoding " + encoding + " of what is plain",
                    "/v1/events/app_events",
                    Map.of("Content-Encoding", encoding),
                    two.getBytes(UTF_8),
                    "200 2 accepted");
        }
        cases.add(
                "a user agent of 6,000 characters",
                "/v1/events/app_events",
                Map.of("User-Agent", "\"<'".repeat(2_000)),
                two.getBytes(UTF_8),
                "200 2 accepted");
        cases.add(
                "an unknown key",
                "/v1/events/app_events",
                Map.of("X-Api-Key", "' OR 1=1"),
                two.getBytes(UTF_8),
                "403 unknown_key");
        cases.add(
                "a key of 5,000 characters",
                "/v1/events/app_events",
                Map.of("X-Api-Key", "k".repeat(5_000)),
                two.getBytes(UTF_8),
                "403 unknown_key");
    }
}

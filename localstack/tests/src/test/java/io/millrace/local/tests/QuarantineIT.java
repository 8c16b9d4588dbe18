package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.platform.Platform;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Events that were rejected, at the door and later, and where each of them and of the good ones went. */
@ExtendWith(LocalPlatform.class)
final class QuarantineIT {
    private static final String RUN = UUID.randomUUID().toString();
    private static final String GOOD = """
            {"event_id":"good %1$s","event_type":"click","event_timestamp":"2026-03-01T12:00:00Z","user_id":"it's u"}""".formatted(RUN);
    private static final String WITHOUT_ID = """
            {"event_type":"click","event_timestamp":"2026-03-01T12:00:00Z","user_id":"%s"}""".formatted(RUN);
    private static final String BROKEN = """
            {"event_id":"broken'; -- %s","event_type":"click",  "user_id":"u"}""".formatted(RUN);
    private static final byte[] GARBAGE = ("\u0000\u001b[31mno frame " + RUN).getBytes(UTF_8);

    private static Instant begin = Instant.EPOCH;
    private static String derivedId = "";

    @BeforeAll
    static void send() {
        begin = Instant.now();
        Ingest ingest = Ingest.ofPlatform();
        JsonNode reply = ingest.post("/v1/events/app_events", ("[" + GOOD + "," + BROKEN + "]").getBytes(UTF_8))
                .json();
        assertThat(reply.path("accepted").asInt()).isEqualTo(1);
        assertThat(ingest.post("/v1/events/app_events", GOOD.getBytes(UTF_8)).status())
                .isEqualTo(200);
        derivedId = ingest.post("/v1/events/app_events", WITHOUT_ID.getBytes(UTF_8))
                .json()
                .at("/events/0/event_id")
                .asText();
        byte[] latin = ("{\"event_id\":\"caf\u00e9 " + RUN + "\"}\n{}").getBytes(ISO_8859_1);
        assertThat(ingest.post("/v1/events/app_events", latin).status()).isEqualTo(207);
        putOnTheStream(GARBAGE);
        LocalPlatform.settle();
    }

    private static void putOnTheStream(byte[] bytes) {
        Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
        String stream = StackOutputs.of(target).need("EventStream");
        try (KinesisClient kinesis = target.clients().kinesis()) {
            kinesis.putRecord(put -> put.streamName(stream).partitionKey("x").data(SdkBytes.fromByteArray(bytes)));
        }
    }

    @Test
    void list_counts_by_dataset_stage_and_rule_and_names_the_newest() {
        JsonNode listed = LocalPlatform.millrace("quarantine", "list", "--from", begin.toString(), "--format", "json")
                .succeeded()
                .json();

        assertThat(listed.get("groups"))
                .extracting(QuarantineIT::group)
                .contains(
                        "app_events door required 2",
                        "app_events door invalid_utf8 1",
                        "undecodable decode corrupt_record 1");
        assertThat(listed.get("newest"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.has("payload")).isFalse());
    }

    private static String group(JsonNode group) {
        return String.join(
                " ",
                group.get("dataset").asText(),
                group.get("stage").asText(),
                group.get("rule").asText(),
                group.get("rows").asText());
    }

    @Test
    void list_tells_a_person_the_same_and_says_when_there_is_nothing() {
        Outcome listed = LocalPlatform.millrace(
                        "quarantine", "list", "--dataset", "app_events", "--stage", "door", "--rule", "required")
                .succeeded();
        assertThat(listed.out()).contains("app_events", "/event_timestamp", "is required", "broken'; -- " + RUN);

        Outcome nothing = LocalPlatform.millrace("quarantine", "list", "--rule", "no such rule")
                .succeeded();
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("Nothing is in quarantine that fits");
    }

    @Test
    void show_gives_the_reason_and_the_exact_bytes() {
        String id = "broken'; -- " + RUN;
        Outcome shown = LocalPlatform.millrace("quarantine", "show", id).succeeded();

        assertThat(shown.out())
                .contains("at door by rule required", "/event_timestamp is required", "\"event_type\" : \"click\"");
        assertThat(LocalPlatform.millrace("quarantine", "show", id, "--raw")
                        .succeeded()
                        .out())
                .isEqualTo(BROKEN);
    }

    @Test
    void show_dumps_what_is_no_text_and_gives_every_byte_of_it() {
        JsonNode row = LocalPlatform.millrace(
                        "quarantine",
                        "show",
                        "--dataset",
                        "undecodable",
                        "--from",
                        begin.toString(),
                        "--format",
                        "json")
                .succeeded()
                .json()
                .get(0);

        assertThat(Base64.getDecoder().decode(row.get("payload_base64").asText()))
                .isEqualTo(GARBAGE);
        Outcome shown = LocalPlatform.millrace(
                        "quarantine", "show", row.get("position").asText())
                .succeeded();
        assertThat(shown.out()).contains("00000000  00 1b 5b 33 31 6d").doesNotContain("\u001b");
    }

    @Test
    void trace_follows_each_copy_from_the_door_to_its_tables() {
        JsonNode copies = trace("good " + RUN);

        assertThat(copies).extracting(copy -> copy.get("fate").asText()).containsExactly("silver", "duplicate");
        assertThat(copies.get(1).get("duplicate_of")).isEqualTo(copies.get(0).get("position"));
        assertThat(copies).allSatisfy(copy -> {
            assertThat(copy.at("/claim/k").asLong()).isPositive();
            assertThat(copy.at("/claim/claimed_at").asText()).isNotEmpty();
            assertThat(copy.at("/fold/number").asLong()).isPositive();
            assertThat(copy.get("tables"))
                    .allSatisfy(table -> assertThat(
                                    Instant.parse(table.get("committed_at").asText()))
                            .isAfter(Instant.parse(copy.at("/door/received_at").asText())));
        });
        assertThat(LocalPlatform.millrace("trace", "good " + RUN).succeeded().out())
                .contains("2 copies", "duplicate of copy 1", "local_silver.app_events_silver");
    }

    @Test
    void trace_finds_an_event_by_the_id_that_the_door_made_and_one_in_quarantine() {
        JsonNode derived = trace(derivedId).get(0);
        assertThat(derived.get("tables"))
                .extracting(table -> table.get("layer").asText())
                .containsExactly("bronze", "silver");

        JsonNode broken = trace("broken'; -- " + RUN).get(0);
        assertThat(broken.at("/rejection/rule").asText()).isEqualTo("required");
        assertThat(broken.get("tables"))
                .extracting(table -> table.get("layer").asText())
                .containsExactly("quarantine");
    }

    @Test
    void trace_says_what_it_searched_for_an_id_that_is_nowhere() {
        Outcome nowhere = LocalPlatform.millrace("trace", "nowhere " + RUN);

        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.err()).contains("Cannot find event nowhere " + RUN, "app_events", "millrace settle");
    }

    private static JsonNode trace(String id) {
        return LocalPlatform.millrace("trace", id, "--format", "json")
                .succeeded()
                .json()
                .get("copies");
    }
}

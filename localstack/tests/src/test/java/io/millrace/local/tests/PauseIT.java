package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dataset is paused, stays as it is while it and others get events, and has them all once it goes on. */
@ExtendWith(LocalPlatform.class)
final class PauseIT {
    private static final int EVENTS = 20;
    private static final String PAUSED = "local_silver.external_silver";
    private static final String OTHER = "local_silver.sensors_silver";

    private final Instant begin = Instant.now();
    private final Ingest ingest = Ingest.ofPlatform();

    @AfterEach
    void resume() {
        LocalPlatform.millrace("resume", "external").succeeded();
    }

    @Test
    void a_paused_dataset_stays_as_it_is_and_loses_nothing() {
        post("external", "first", "\"event_type\":\"x\"");
        LocalPlatform.millrace("drain", "external").succeeded();
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(EVENTS);

        LocalPlatform.millrace("pause", "external", "--reason", "a test").succeeded();
        post("external", "second", "\"event_type\":\"x\"");
        post("sensors", "second", "\"sensor_id\":\"s\",\"metric\":\"m\",\"value\":1");
        Outcome settled = LocalPlatform.millrace("settle", "--timeout", "60s").succeeded();

        assertThat(settled.err()).contains("Not waited for, being paused: local_bronze.external_bronze");
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(EVENTS);
        assertThat(Traffic.count(OTHER, begin)).isEqualTo(EVENTS);
        assertThat(LocalPlatform.millrace("status").succeeded().out())
                .containsPattern("external is paused since 2.*Z: a test");
        Outcome drained = LocalPlatform.millrace("drain", "external");
        assertThat(drained.exit()).isEqualTo(1);
        assertThat(drained.err()).contains("Cannot drain external: it is paused since");
        LocalPlatform.millrace("ledger").succeeded();

        LocalPlatform.millrace("resume", "external").succeeded();
        assertThat(Traffic.count(PAUSED, begin)).isEqualTo(2 * EVENTS);
        LocalPlatform.millrace("ledger").succeeded();
    }

    @Test
    void what_lies_in_the_dead_letter_queues_is_redriven() {
        LocalPlatform.millrace("redrive").succeeded();
        assertThat(LocalPlatform.millrace("redrive", "--dry-run").succeeded().err())
                .contains("Nothing lies in the dead-letter queues");
    }

    private void post(String dataset, String name, String members) {
        String events = IntStream.range(0, EVENTS)
                .mapToObj(i -> """
                        {"event_id":"%s %d %s","event_timestamp":"2026-03-01T12:00:00Z",%s}""".formatted(name, i, begin, members))
                .collect(Collectors.joining("\n"));
        assertThat(ingest.post("/v1/events/" + dataset, events.getBytes(UTF_8)).status())
                .isEqualTo(200);
    }
}

package io.millrace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TagPlanTest {
    private final TreeMap<Instant, Long> history = new TreeMap<>(Map.of(
            at("2026-11-20T22:59:59Z"), 1L,
            at("2026-11-20T23:10:00Z"), 2L,
            at("2026-11-20T23:59:59Z"), 3L,
            at("2026-11-21T00:00:00Z"), 4L,
            at("2026-11-21T02:30:00Z"), 5L));

    @Test
    void anHourAndADayGetTheirLastStateOnceTheyAreOver() {
        assertThat(TagPlan.of(history, Set.of(), at("2026-11-21T02:31:00Z")).make())
                .isEqualTo(Map.of(
                        "hourly-2026-11-20T22", 1L,
                        "hourly-2026-11-20T23", 3L,
                        "hourly-2026-11-21T00", 4L,
                        "daily-2026-11-20", 3L));
    }

    @Test
    void aTagThatIsThereStays() {
        Set<String> tags = Set.of("hourly-2026-11-20T22", "hourly-2026-11-20T23", "daily-2026-11-20");
        TagPlan plan = TagPlan.of(history, tags, at("2026-11-21T02:31:00Z"));
        assertThat(plan.make()).containsOnlyKeys("hourly-2026-11-21T00");
        assertThat(plan.drop()).isEmpty();
    }

    @Test
    void anHourIsOverOnceWhatWasCommittedInItIsThere() {
        history.headMap(at("2026-11-21T02:30:00Z")).clear();
        assertThat(TagPlan.of(history, Set.of(), at("2026-11-21T03:04:59Z")).make())
                .isEmpty();
        assertThat(TagPlan.of(history, Set.of(), at("2026-11-21T03:05:00Z")).make())
                .containsOnlyKeys("hourly-2026-11-21T02");
    }

    @Test
    void hoursAreKeptForSevenDaysAndDaysForThirty() {
        Set<String> tags = Set.of("hourly-2026-11-20T23", "daily-2026-11-20");
        history.clear();
        assertThat(TagPlan.of(history, tags, at("2026-11-27T23:59:59Z")).drop()).isEmpty();
        assertThat(TagPlan.of(history, tags, at("2026-11-28T00:00:00Z")).drop()).containsOnly("hourly-2026-11-20T23");
        assertThat(TagPlan.of(history, tags, at("2026-12-20T23:59:59Z")).drop()).containsOnly("hourly-2026-11-20T23");
        assertThat(TagPlan.of(history, tags, at("2026-12-21T00:00:00Z")).drop()).isEqualTo(tags);
    }

    @Test
    void whatIsOlderThanItsTagWouldBeGetsNone() {
        assertThat(TagPlan.of(history, Set.of(), at("2026-11-28T12:00:00Z")).make())
                .containsOnlyKeys("daily-2026-11-20", "daily-2026-11-21");
    }

    @Test
    void tagsOfOthersAreLeftAlone() {
        Set<String> others = Set.of("input-daily_sales", "hourly-rate", "daily-2026-13-45", "daily-", "v1");
        assertThat(TagPlan.of(history, others, at("2031-01-01T00:00:00Z")).drop())
                .isEmpty();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}

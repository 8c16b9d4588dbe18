package io.millrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Layer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theCopyThatIsInSilverIsTheEventAndTheOthersAreDuplicatesOfIt() {
        List<EventCopy> copies = Copies.of(
                List.of(bronze("shop", "s/0/2/0", 1), silver("shop", "s/0/1/0", 0), bronze("shop", "s/0/1/0", 0)));

        assertThat(copies).extracting(EventCopy::fate).containsExactly(Fate.SILVER, Fate.DUPLICATE);
        assertThat(copies.get(1).duplicateOf()).isEqualTo("s/0/1/0");
        assertThat(copies.get(0).landings())
                .extracting(EventCopy.Landing::layer)
                .containsExactly("bronze", "silver");
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherEvent() {
        List<EventCopy> copies = Copies.of(List.of(
                bronze("shop", "s/0/1/0", 0),
                silver("shop", "s/0/1/0", 0),
                bronze("app", "s/0/2/0", 1),
                silver("app", "s/0/2/0", 1)));

        assertThat(copies).extracting(EventCopy::fate).containsExactly(Fate.SILVER, Fate.SILVER);
    }

    @Test
    void aRejectedCopyTellsWhy() {
        WhyRejected why = new WhyRejected("row", "range", "/age", "must be at most 120", null);

        EventCopy copy = Copies.of(
                        List.of(bronze("shop", "s/0/1/0", 0), row(Layer.QUARANTINE, "shop", "s/0/1/0", 0, why)))
                .get(0);

        assertThat(copy.fate()).isEqualTo(Fate.QUARANTINE);
        assertThat(copy.rejection()).isEqualTo(why);
        assertThat(TraceText.of("e-1", List.of(copy)))
                .contains("Event e-1: one copy", "rejected at row, rule range: /age must be at most 120");
    }

    @Test
    void aReplayedCopyTellsWhyItHadBeenRejectedAndWhatItIsNow() {
        WhyRejected why = new WhyRejected(
                "door", "range", "/age", "must be at most 120", new WhyRejected.Replay(NOON.plusSeconds(60), "silver"));

        EventCopy copy = Copies.of(List.of(
                        bronze("shop", "s/0/1/0", 0),
                        silver("shop", "s/0/1/0", 0),
                        row(Layer.QUARANTINE, "shop", "s/0/1/0", 0, why)))
                .get(0);

        assertThat(copy.fate()).isEqualTo(Fate.SILVER);
        assertThat(TraceText.of("e-1", List.of(copy)))
                .contains("rejected at door", "; replayed at " + NOON.plusSeconds(60) + ", now in silver");
    }

    @Test
    void whatIsInBronzeAloneIsToldApart() {
        assertThat(Copies.of(List.of(bronze("shop", "s/0/1/0", 0))))
                .extracting(EventCopy::fate)
                .containsExactly(Fate.BRONZE);
    }

    @Test
    void aDuplicateNamesTheCopyByItsNumber() {
        List<EventCopy> copies = Copies.of(
                List.of(bronze("shop", "s/0/1/0", 0), silver("shop", "s/0/1/0", 0), bronze("shop", "s/0/2/7", 1)));

        assertThat(TraceText.of("e-1", copies)).contains("Copy 2 of orders: duplicate of copy 1");
    }

    private static FoundRow bronze(String source, String position, int second) {
        return row(Layer.BRONZE, source, position, second, null);
    }

    private static FoundRow silver(String source, String position, int second) {
        return row(Layer.SILVER, source, position, second, null);
    }

    private static FoundRow row(
            Layer layer, String source, String position, int second, @Nullable WhyRejected rejection) {
        Instant received = NOON.plusSeconds(second);
        return new FoundRow(
                layer,
                "orders",
                "t",
                source,
                "b",
                received,
                received.plusMillis(500),
                position,
                "1.0.0",
                "f",
                rejection);
    }
}

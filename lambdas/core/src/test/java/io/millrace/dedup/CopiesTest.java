package io.millrace.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopiesTest {
    @Test
    void the_copy_that_was_received_first_stays() {
        SilverRow late = row("a", 7_000, "s/1/5/0", 1);
        SilverRow first = row("a", 1_000, "s/1/9/0", 2);
        SilverRow later = row("a", 9_000, "s/1/6/0", 3);
        assertThat(Copies.surplus(List.of(late, first, later))).containsExactly(late, later);
    }

    @Test
    void of_one_receipt_the_first_in_its_source_stays_and_numbers_compare_as_numbers() {
        SilverRow tenth = row("a", 1_000, "s/1/10/0", 1);
        SilverRow ninth = row("a", 1_000, "s/1/9/0", 2);
        assertThat(Copies.surplus(List.of(tenth, ninth))).containsExactly(tenth);
    }

    @Test
    void one_row_of_two_that_say_the_same_of_themselves_stays() {
        SilverRow one = row("a", 1_000, "s/1/9/0", 1);
        SilverRow other = row("a", 1_000, "s/1/9/0", 2);
        assertThat(Copies.surplus(List.of(other, one))).containsExactly(other);
    }

    @Test
    void events_without_copies_stay() {
        assertThat(Copies.surplus(List.of(row("a", 1, "s/1/1/0", 1), row("b", 1, "s/1/1/1", 2))))
                .isEmpty();
    }

    @Test
    void the_order_in_which_rows_are_given_does_not_matter_and_what_is_left_has_no_copies() {
        Random random = new Random(7);
        List<SilverRow> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(row("e" + random.nextInt(100), random.nextInt(20), "s/1/" + random.nextInt(1000) + "/0", i));
        }
        List<SilverRow> surplus = Copies.surplus(rows);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(rows, random);
            assertThat(Copies.surplus(rows)).isEqualTo(surplus);
        }
        rows.removeAll(surplus);
        assertThat(Copies.surplus(rows)).isEmpty();
        assertThat(rows).extracting(SilverRow::event).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "g1/shard-1/99/0, g1/shard-1/100/0",
        "g1/shard-1/5/2, g1/shard-1/5/10",
        "g1/shard-1/5, g1/shard-1/5/0",
        "g1/shard-1/7/0, g2/shard-1/1/0",
        "s3://landing/a.csv/2, s3://landing/a.csv/10",
        "s/1/07/0, s/1/7/0"
    })
    void a_place_in_a_source_is_before_another(String before, String after) {
        SourcePosition one = new SourcePosition(before);
        SourcePosition other = new SourcePosition(after);
        assertThat(one).isLessThan(other);
        assertThat(other).isGreaterThan(one);
    }

    private static SilverRow row(String event, long receivedAtMicros, String source, long row) {
        Fingerprint fingerprint = Fingerprint.of("app_events", "shop", event);
        return new SilverRow(fingerprint, receivedAtMicros, new SourcePosition(source), "mem://file", row);
    }
}

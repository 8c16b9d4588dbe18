package io.millrace.simulate.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void sellsGardenThingsInSpringAndBooksAllYear() {
        assertThat(picks("garden", "2026-04-10T12:00:00Z")).isGreaterThan(3 * picks("garden", "2026-10-10T12:00:00Z"));
        assertThat(picks("books", "2026-04-10T12:00:00Z") / (double) picks("books", "2026-10-10T12:00:00Z"))
                .isBetween(0.7, 1.4);
    }

    private static long picks(String category, String time) {
        Catalog catalog = new Catalog(new Ids(7), new SplittableRandom(1));
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, 5_000)
                .filter(i ->
                        catalog.pick(Instant.parse(time), random).category().equals(category))
                .count();
    }
}

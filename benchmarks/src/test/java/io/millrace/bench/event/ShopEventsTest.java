package io.millrace.bench.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.ingest.MemoryDoor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopEventsTest {
    static List<EventSet> sets() {
        return List.of(ShopEvents.appEvents(1000, 1), ShopEvents.clickstream(1000, 1));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void haveTheLengthOfRealEvents(EventSet events) {
        assertThat(events.averageBytes()).isBetween(850.0, 1000.0);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void keepTheirContractsAtTheRealDoor(EventSet events) throws IOException {
        MemoryDoor door = new MemoryDoor();

        for (byte[] body : Posts.of(events, 100)) {
            door.post(MemoryDoor.request(events.dataset(), body));
        }

        assertThat(door.fetch()).hasSizeBetween(10, 10 * 16);
        assertThat(door.fetch()).isEmpty();
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(ShopEvents.appEvents(100, 5).events())
                .containsExactlyElementsOf(ShopEvents.appEvents(100, 5).events());
    }

    @Test
    void fillTheirPosts() {
        assertThat(Posts.of(ShopEvents.appEvents(250, 1), 100)).hasSize(3);
    }
}

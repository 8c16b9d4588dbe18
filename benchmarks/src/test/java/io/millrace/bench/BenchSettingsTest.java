package io.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {
    @Test
    void everythingIsMeasuredShortlyUnlessMoreIsAsked() {
        assertThat(BenchSettings.parse())
                .isEqualTo(new BenchSettings(false, false, false, Set.of(), 1, null, null, null));
        assertThat(BenchSettings.parse().effort()).isEqualTo(Effort.QUICK);
    }

    @Test
    void takesWhatTheCommandSays() {
        assertThat(BenchSettings.parse("full", "check", "only=P3,P4", "seed=7", "json=/tmp/a.json"))
                .isEqualTo(new BenchSettings(
                        true, true, false, Set.of("P3", "P4"), 7, null, null, Path.of("/tmp/a.json")));
    }

    @Test
    void takesEventsWithTheirDataset() {
        assertThat(BenchSettings.parse("data=/tmp/events", "dataset=app_events"))
                .isEqualTo(new BenchSettings(
                        false, false, false, Set.of(), 1, Path.of("/tmp/events"), "app_events", null));
        assertThatThrownBy(() -> BenchSettings.parse("data=/tmp/events"))
                .hasMessage("Cannot measure with given events: name a file and its dataset");
    }

    @Test
    void kernelsAreNoTargets() {
        assertThat(BenchSettings.parse("kernels", "full").kernels()).isTrue();
        assertThatThrownBy(() -> BenchSettings.parse("kernels", "only=P3"))
                .hasMessageStartingWith("Cannot measure kernels and targets at once");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchSettings.parse("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot measure with fast");
    }
}

package io.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {
    @Test
    void everythingIsMeasuredShortlyUnlessMoreIsAsked() {
        assertThat(BenchSettings.parse()).isEqualTo(new BenchSettings(false, false, Set.of(), 1, null));
        assertThat(BenchSettings.parse().effort()).isEqualTo(Effort.QUICK);
    }

    @Test
    void takesWhatTheCommandSays() {
        assertThat(BenchSettings.parse("full", "check", "only=P3,P4", "seed=7", "json=/tmp/a.json"))
                .isEqualTo(new BenchSettings(true, true, Set.of("P3", "P4"), 7, Path.of("/tmp/a.json")));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchSettings.parse("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot measure with fast");
    }
}

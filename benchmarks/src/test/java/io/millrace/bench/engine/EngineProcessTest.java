package io.millrace.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.bench.measure.Metered.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessTest {
    @TempDir
    private Path folder;

    @Test
    void worksWhenItIsItsTurnAndSaysWhatItTook() throws IOException {
        String script = "while read line; do echo some talk; echo took 700; done";

        try (EngineProcess engine = start(script)) {
            assertThat(engine.once()).isEqualTo(new Reading(10, 700, 700));
            assertThat(engine.once()).isEqualTo(new Reading(10, 700, 700));
        }
    }

    @Test
    void saysWhereToLookWhenItEnds() throws IOException {
        try (EngineProcess engine = start("read line; exit 3")) {
            assertThatThrownBy(engine::once)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Cannot let Duck work: it ended, and " + folder);
        }
    }

    private EngineProcess start(String script) throws IOException {
        return EngineProcess.start("Duck", List.of("sh", "-c", script), 10, folder.resolve("duck.log"));
    }
}

package io.millrace.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedFunctionTest {
    @TempDir
    private Path folder;

    @Test
    void weighsWhatItsZipWeighs() throws IOException {
        byte[] incompressible = new byte[100_000];
        new Random(1).nextBytes(incompressible);
        Files.createDirectory(folder.resolve("lib"));
        Files.write(folder.resolve("lib/a.jar"), incompressible);
        Files.write(folder.resolve("lib/b.jar"), new byte[100_000]);

        PackagedFunction function = new PackagedFunction(folder);

        assertThat(function.exists()).isTrue();
        assertThat(function.zipBytes()).isBetween(100_000L, 102_000L);
    }

    @Test
    void isNotThereWhenItWasNotBuilt() {
        assertThat(new PackagedFunction(folder.resolve("none")).exists()).isFalse();
    }
}

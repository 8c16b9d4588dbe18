package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package as the build leaves it; jars are packed already, so the zip that is uploaded is about as large. */
class FunctionPackageIT {
    private static final long MOST_BYTES = 15_000_000;

    @Test
    void isSmallEnoughToStartFast() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/function/lib"))) {
            List<Path> all = jars.toList();

            assertThat(all.stream().mapToLong(FunctionPackageIT::size).sum()).isLessThan(MOST_BYTES);
            assertThat(all).noneMatch(jar -> jar.getFileName().toString().matches("(kinesis|dynamodb)-.*"));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every contract is one by the standard's own word, not only by our reader's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OdcsIT {
    private static final Path CONTRACTS = Path.of("../../contracts");

    private OdcsValidator validator;

    @BeforeAll
    void installValidator() throws Exception {
        validator = OdcsValidator.install();
    }

    @TestFactory
    Stream<DynamicTest> everyContractIsValid() throws IOException {
        return contractFiles()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(validator.problems(file)).isEmpty()));
    }

    @Test
    void aBrokenContractIsNot(@TempDir Path folder) throws Exception {
        Path broken = folder.resolve("broken.yaml");
        String valid = Files.readString(CONTRACTS.resolve("apps/app_events.yaml"));
        Files.writeString(broken, valid.replaceFirst("logicalType: string", "logicalType: text"));

        assertThat(validator.problems(broken)).anyMatch(problem -> problem.contains("'text' is not one of"));
    }

    /** Of datasets, and of the tables that models make. */
    private static Stream<Path> contractFiles() throws IOException {
        List<Path> contracts = new ArrayList<>();
        for (Path folder : List.of(CONTRACTS, Path.of("../../glue-jobs/models"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml")).forEach(contracts::add);
            }
        }
        assertThat(contracts).isNotEmpty();
        return contracts.stream();
    }
}

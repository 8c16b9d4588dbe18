package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/** A valid contract, and what is told of it when a part of its text is replaced. */
abstract class WrongContracts {
    static final String FILE = "shop/orders.yaml";
    static final String VALID = ContractText.of("shop", "orders", "What people buy.", """
            properties:
              - {name: event_id, logicalType: string, required: true, description: Id., classification: internal}
              - name: ordered_at
                logicalType: timestamp
                required: true
                partitioned: true
                description: When.
                classification: internal
                logicalTypeOptions: {minimum: "2020-01-01T00:00:00Z"}
                customProperties: [{property: millrace.maxAhead, value: P1D}]
              - name: customer
                logicalType: string
                required: true
                description: Who.
                classification: confidential
                logicalTypeOptions: {pattern: "^c"}
                customProperties: [{property: millrace.aliases, value: [buyer]}]
              - {name: lines, logicalType: integer, description: How many., classification: internal}
              - {name: day, logicalType: date, transformLogic: date(ordered_at), description: Day., classification: internal}
            customProperties: [{property: millrace.partitionKey, value: [customer]}]
            """);

    @TempDir
    Path folder;

    record Row(String right, String wrong, String problem) {}

    /** A test for each, that the problem is told of the valid contract once its right text is replaced by the wrong one. */
    Stream<DynamicTest> told(Row... rows) {
        return Stream.of(rows)
                .map(row -> DynamicTest.dynamicTest(row.problem(), () -> {
                    assertThat(VALID).contains(row.right());
                    assertThat(problems(VALID.replace(row.right(), row.wrong())))
                            .anySatisfy(problem -> assertThat(problem.toString())
                                    .startsWith(folder + "/" + FILE + ":")
                                    .contains(row.problem()));
                }));
    }

    static Row row(String right, String wrong, String problem) {
        return new Row(right, wrong, problem);
    }

    List<Problem> problems(String text) throws IOException {
        write(folder, FILE, text);
        return Contracts.check(folder);
    }

    static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

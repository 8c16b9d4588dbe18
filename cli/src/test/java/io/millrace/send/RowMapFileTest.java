package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMapFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                    | it is empty
            'columns: {a'                                         | it is not YAML
            'columns: {}'                                         | it names no columns
            'colums: {a: b}'                                      | map has 'colums': it may have columns, constants, properties, times
            'columns: {a: [b]}'                                   | columns.a is not a single value
            'columns: {a: b}\\ntimes: {c: {format: yyyy}}'        | times names the column 'c', which columns does not
            'columns: {a: b}\\ntimes: {a: {format: nonsense}}'    | times.a: Unknown pattern letter
            'columns: {a: b}\\ntimes: {a: {zone: UTC, fmt: x}}'   | times.a has 'fmt': it may have format, zone
            'columns: {a: b}\\ntimes: {a: {format: yy, zone: X}}' | times.a: Invalid ID for ZoneOffset
            'columns: {a: b}\\nproperties: some'                  | properties is 'some': use rest, none or a list of columns
            """)
    void saysWhatIsWrongWithAMap(String yaml, String problem) throws IOException {
        Path file = folder.resolve("map.yaml");
        Files.writeString(file, yaml.replace("\\n", "\n"));

        assertThatThrownBy(() -> RowMapFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read map " + file + ": " + problem);
    }
}

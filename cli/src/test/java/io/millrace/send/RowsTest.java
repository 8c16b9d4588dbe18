package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("", List.of()),
                arguments("a,b\n", List.of()),
                arguments("a,b\n1,2", List.of("1,2 {a=\"1\", b=\"2\"}")),
                arguments("a,b\n1,2\n3,4\n", List.of("1,2 {a=\"1\", b=\"2\"}", "3,4 {a=\"3\", b=\"4\"}")),
                arguments("a,b\r\n1,2\r\n\r\n", List.of("1,2 {a=\"1\", b=\"2\"}")),
                arguments("\ufeffa,b\n1,\n", List.of("1, {a=\"1\", b=null}")),
                arguments(
                        "a,b\n\"x, y\",\"two\nlines\"\n",
                        List.of("\"x, y\",\"two\nlines\" {a=\"x, y\", b=\"two\\nlines\"}")),
                arguments("{\"a\": 1}\n{\"b\": {}}\n", List.of("{\"a\": 1} {a=1}", "{\"b\": {}} {b={}}")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsRowsWithTheirExactBytes(String file, List<String> expected) throws IOException {
        assertThat(read(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(gzip(file))).isEqualTo(expected);
    }

    @Test
    void namesTheRowThatItCannotRead() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("Cannot read row 2: it has 1 cells, the header 2");
        assertThatThrownBy(() -> read("{\"a\": 1}\n{\"a\"\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Cannot read row 2: it is not JSON");
        assertThatThrownBy(() -> read("a\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("Cannot read row 1: it is not UTF-8");
    }

    private static List<String> read(byte[] file) throws IOException {
        List<String> read = new ArrayList<>();
        try (Rows rows = Rows.of(new ByteArrayInputStream(file))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                read.add(new String(row.raw(), StandardCharsets.UTF_8) + " " + row.columns());
            }
        }
        return read;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

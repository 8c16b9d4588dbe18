package io.millrace.job.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a,b~c,d          | 1:a,b 2:c,d
            a~~b~            | 1:a 3:b
            a~"x~y"~b        | 1:a 2:"x~y" 4:b
            a~"x~b~c         | 1:a 2:"x 3:b 4:c
            a~"x""y"~b       | 1:a 2:"x""y" 3:b
            """)
    void aRecordIsALineUnlessAQuotedCellGoesOnAndAnOpenQuoteSpoilsOnlyItsLine(String text, String records)
            throws IOException {
        assertThat(read(text.replace('~', '\n').getBytes(UTF_8))).containsExactly(records.split(" "));
    }

    @Test
    void gzipIsToldByItsBytesAndAByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("\uFEFFa,b\r\nc,d\r\n".getBytes(UTF_8));
        }
        assertThat(read(zipped.toByteArray())).containsExactly("1:a,b", "2:c,d");
    }

    private static List<String> read(byte[] bytes) throws IOException {
        List<String> records = new ArrayList<>();
        try (CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes))) {
            for (CsvLines.Line line = lines.next(); line != null; line = lines.next()) {
                records.add(line.line() + ":" + line.text().replace('\n', '~'));
            }
        }
        return records;
    }
}

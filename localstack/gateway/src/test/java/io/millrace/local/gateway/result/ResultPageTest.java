package io.millrace.local.gateway.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPageTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("id", "text"),
            List.of("1", "plain"),
            List.of("2", "a \"quoted\", comma\nand a line"),
            Arrays.asList(null, null),
            Arrays.asList("", null),
            List.of("é", "日本語"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("result.csv");
        try (CsvWriter writer = new CsvWriter(file)) {
            for (List<String> row : ROWS) {
                writer.write(row);
            }
        }
    }

    @Test
    void valuesAreQuotedAndNullIsNothing() throws IOException {
        assertThat(Files.readString(file)).isEqualTo("""
                        "id","text"
                        "1","plain"
                        "2","a ""quoted"", comma
                        and a line"
                        ,
                        "",
                        "é","日本語"
                        """);
    }

    @Test
    void pagesOfAnySizeGiveEveryRowOnce() throws IOException {
        for (int size = 1; size <= ROWS.size() + 1; size++) {
            List<List<String>> read = new ArrayList<>();
            long next = 0;
            while (next >= 0) {
                ResultPage page = ResultPage.read(file, next, size);
                assertThat(page.rows()).hasSizeLessThanOrEqualTo(size).isNotEmpty();
                read.addAll(page.rows());
                next = page.next();
            }
            assertThat(read).as("pages of %s", size).isEqualTo(ROWS);
        }
    }

    @Test
    void aResultWithoutRowsIsOneEmptyPage() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertThat(ResultPage.read(empty, 0, 10)).isEqualTo(new ResultPage(List.of(), -1));
    }

    @Test
    void aRowOfOneNullIsARow() throws IOException {
        Path single = folder.resolve("single.csv");
        try (CsvWriter writer = new CsvWriter(single)) {
            writer.write(Arrays.asList((String) null));
        }

        assertThat(ResultPage.read(single, 0, 10).rows()).containsExactly(Arrays.asList((String) null));
    }
}

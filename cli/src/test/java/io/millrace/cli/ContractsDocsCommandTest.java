package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evolution.Parcels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsDocsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void printsWhereTheIndexIs() {
        Parcels.in(folder.resolve("contracts"), Parcels.YAML);

        assertThat(docs()).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(folder.resolve("pages/index.html").toString());
        assertThat(folder.resolve("pages/parcels.html")).exists();
        assertThat(err.toString()).contains("Wrote a page for 1 contract");
    }

    @Test
    void contractsThatCannotBeReadAreWrongUseAndWriteNothing() throws IOException {
        Files.createDirectories(folder.resolve("contracts/post"));
        Files.writeString(folder.resolve("contracts/post/parcels.yaml"), "kind: DataContract");

        assertThat(docs()).isEqualTo(2);
        assertThat(err.toString()).contains("post/parcels.yaml:1: apiVersion: is missing");
        assertThat(folder.resolve("pages")).doesNotExist();
    }

    private int docs() {
        return Millrace.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(
                        "contracts",
                        "docs",
                        folder.resolve("contracts").toString(),
                        "--out",
                        folder.resolve("pages").toString());
    }
}

package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.evolution.Parcels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsDiffCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        Parcels.in(folder.resolve("before"), Parcels.YAML);
    }

    @Test
    void aCompatibleChangeExitsWithZeroAndSaysWhatTheTableNeeds() {
        Parcels.in(
                folder.resolve("after"),
                Parcels.YAML.replace("1.2.3", "1.3.0").replace("decimal(6,2)", "decimal(9,2)"));

        assertThat(diff()).isZero();
        assertThat(out.toString())
                .contains("parcels 1.2.3 -> 1.3.0: compatible")
                .contains("widen weight to decimal(9, 2)")
                .contains("reaches parcels_silver");
        assertThat(err.toString()).isEqualToIgnoringNewLines("Compatible");
    }

    @Test
    void aBreakingChangeExitsWithOneAndSaysWhy() {
        Parcels.in(folder.resolve("after"), "maxLength: 40", "maxLength: 30");

        assertThat(diff()).isEqualTo(1);
        assertThat(out.toString())
                .contains("parcels 1.2.3 -> 1.2.3: breaking")
                .containsPattern("breaking +sender.maxLength +40 -> 30 +events that were valid would be rejected +none")
                .contains("reaches parcels_silver, parcels_quarantine");
        assertThat(err.toString())
                .contains("version 1.2.3 does not say what changed since 1.2.3: make it 2.0.0 (another major)")
                .contains("Breaking");
    }

    @Test
    void programsGetJson() throws IOException {
        Parcels.in(folder.resolve("after"), "[S, M]", "[S, M, L]");

        assertThat(diff("--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("verdict").asText()).isEqualTo("compatible");
        JsonNode change = json.path("contracts").get(0);
        assertThat(change.path("dataset").asText()).isEqualTo("parcels");
        assertThat(change.path("breakDigest").isNull()).isTrue();
        assertThat(change.path("differences").get(0).path("change").asText()).isEqualTo("also L");
    }

    @Test
    void equalFoldersHaveNoDifferences() {
        Parcels.in(folder.resolve("after"), Parcels.YAML);

        assertThat(diff()).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToIgnoringNewLines("No differences");
    }

    @Test
    void contractsThatCannotBeReadAreWrongUse() throws IOException {
        Files.createDirectories(folder.resolve("after/post"));
        Files.writeString(folder.resolve("after/post/parcels.yaml"), "kind: DataContract");

        assertThat(diff()).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot read contracts");
    }

    @Test
    void aCommitOfTheCheckoutStandsForItsContracts() {
        assumeThat(Checkout.root().resolve(".git")).as("a checkout by git").exists();

        assertThat(millrace("contracts", "diff", "HEAD", "HEAD")).isZero();
        assertThat(err.toString()).isEqualToIgnoringNewLines("No differences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-branch", "--upload-pack=x", "a b"})
    void whatIsNeitherFolderNorCommitIsWrongUse(String name) {
        assertThat(millrace("contracts", "diff", name)).isEqualTo(2);
    }

    private int diff(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "contracts",
                "diff",
                folder.resolve("before").toString(),
                folder.resolve("after").toString()));
        arguments.addAll(List.of(options));
        return millrace(arguments.toArray(String[]::new));
    }

    private int millrace(String... arguments) {
        return Millrace.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}

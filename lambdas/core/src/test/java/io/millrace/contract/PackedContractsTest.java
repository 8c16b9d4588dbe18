package io.millrace.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedContractsTest {
    private final ContractFiles files = ContractFiles.in(Path.of("../../contracts"));

    @ParameterizedTest
    @ValueSource(strings = {"../../contracts", "src/test/resources/contracts"})
    void everyContractReadsFromThePackedFormAsFromItsYaml(String folder) throws IOException {
        ContractFiles sources = ContractFiles.in(Path.of(folder));

        assertSame(
                unpacked(ContractPacking.pack(sources), sources).all(),
                Contracts.read(Path.of(folder)).all());
    }

    @Test
    void whatIsBundledWasPackedFromTheContractsFolder() {
        assertSame(
                Contracts.bundled().all(),
                Contracts.read(Path.of("../../contracts")).all());
        assertThat(Contracts.bundled().texts()).isEqualTo(files.texts());
    }

    @Test
    void theDocumentsOfEveryFileAreTheSameWordForWord() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedContracts packed = PackedContracts.of(files);
        packed.write(out);

        assertThat(PackedContracts.read(new ByteArrayInputStream(out.toByteArray()))
                        .documents())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?line")
                .isEqualTo(packed.documents());
    }

    @Test
    void aContractWithAProblemIsNotPacked() {
        ContractFiles broken = changed("version: ", "version: v");

        assertThatThrownBy(() -> ContractPacking.pack(broken))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("contracts/apps/app_events.yaml:")
                .hasMessageContaining("is not major.minor.patch");
    }

    @Test
    void anotherFileBesideItIsFoundWhenItsTextIsAskedFor() throws IOException {
        Contracts stale = unpacked(ContractPacking.pack(files), changed("purpose: ", "purpose: Not "));

        assertThatThrownBy(stale::digest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot read packed contracts: they were made of other files than are beside them; build"
                        + " them again");
        assertThatThrownBy(stale::texts).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':2,'digest':'','files':{}} | it is of format 2, this library reads 1",
                "{'digest':'','files':{}}            | it does not begin with its format",
                "{'format':1,'files':{}}             | it has no digest",
                "{'format':1,'digest':''}            | it has no files",
                "{'format':1,'digest':'','files':[]} | its files are no JSON object",
                "[]                                  | it is no JSON object",
                "apiVersion: v3.1.0                  | Unrecognized token 'apiVersion'"
            })
    void aForeignFormIsRefused(String form, String why) {
        byte[] json = form.replace('\'', '"').getBytes(UTF_8);

        assertThatThrownBy(() -> PackedContracts.read(new ByteArrayInputStream(json)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot read packed contracts: " + why);
    }

    private static Contracts unpacked(byte[] packed, ContractFiles sources) throws IOException {
        return Contracts.of(PackedContracts.read(new ByteArrayInputStream(packed)), () -> sources);
    }

    private ContractFiles changed(String from, String to) {
        Map<String, String> texts = new TreeMap<>(files.texts());
        texts.computeIfPresent("apps/app_events.yaml", (path, text) -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
        return new ContractFiles("contracts", new TreeMap<>(texts));
    }

    private static void assertSame(List<Contract> actual, List<Contract> expected) {
        assertThat(actual).isNotEmpty();
        assertThat(actual)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(
                        (one, other) ->
                                one.flags() == other.flags() && one.pattern().equals(other.pattern()),
                        Pattern.class)
                .isEqualTo(expected);
    }
}

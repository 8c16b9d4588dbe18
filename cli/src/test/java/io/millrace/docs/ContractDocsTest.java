package io.millrace.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Format;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.evolution.Parcels;
import io.millrace.format.Checkers;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ContractDocsTest {
    private static final String NOON = "2026-03-01T12:00:00Z";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyContractHasAPageThatTellsAllOfIt() {
        Path index = ContractDocs.write(Contracts.bundled(), folder);
        return Contracts.bundled().all().stream()
                .map(contract -> DynamicTest.dynamicTest(contract.dataset(), () -> {
                    Document page = parse(folder.resolve(contract.dataset() + ".html"));
                    String text = page.getDocumentElement().getTextContent();

                    assertThat(text)
                            .contains(contract.description(), contract.owner(), contract.version())
                            .contains(
                                    contract.bronze().name(), contract.silver().name())
                            .contains(contract.quarantine().name());
                    assertThat(contract.silver().columns())
                            .allSatisfy(column -> assertThat(text).contains(column.name(), column.doc()));
                    byte[] sample = sampleOn(page).getBytes(UTF_8);
                    assertThat(Checkers.of(contract)
                                    .check(sample, 0, sample.length, Arrival.of(Instant.parse(NOON), "docs")))
                            .isInstanceOf(Accepted.class);
                    assertThat(text)
                            .contains(
                                    contract.format() == Format.ROWS
                                            ? "./millrace land " + contract.dataset() + ".csv"
                                            : "/v1/events/" + contract.dataset());
                    assertThat(Files.readString(index)).contains("href=\"" + contract.dataset() + ".html\"");
                }));
    }

    @Test
    void textsOfAContractCannotBecomeMarkup() {
        Parcels.in(
                folder.resolve("contracts"),
                Parcels.YAML.replaceFirst(
                        "description: \\{purpose: [^}]*}",
                        "description: {purpose: \"<script>alert('1')</script> & more\"}"));
        ContractDocs.write(Contracts.read(folder.resolve("contracts")), folder);

        Document page = parse(folder.resolve("parcels.html"));
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert('1')</script> & more");
    }

    @Test
    void aPageNeedsNoOtherFileAndNoServer() throws IOException {
        ContractDocs.write(Contracts.bundled(), folder);

        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages).isNotEmpty().allSatisfy(file -> {
                Document page = parse(file);
                for (String tag : new String[] {"script", "link", "img", "iframe"}) {
                    assertThat(page.getElementsByTagName(tag).getLength()).isZero();
                }
                NodeList links = page.getElementsByTagName("a");
                for (int i = 0; i < links.getLength(); i++) {
                    String target = ((Element) links.item(i)).getAttribute("href");
                    assertThat(target.equals("#content") || Files.exists(folder.resolve(target)))
                            .as(target)
                            .isTrue();
                }
                assertThat(page.getElementsByTagName("style").item(0).getTextContent())
                        .as("HTML does not unescape inside of style")
                        .doesNotContain("<", ">", "&");
            });
        }
    }

    @Test
    void everyTableNamesItsColumnsAndRowsAndCanBeScrolledByKeyboard() {
        ContractDocs.write(Contracts.bundled(), folder);

        for (Contract contract : Contracts.bundled().all()) {
            Document page = parse(folder.resolve(contract.dataset() + ".html"));
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
            NodeList headers = page.getElementsByTagName("th");
            for (int i = 0; i < headers.getLength(); i++) {
                assertThat(((Element) headers.item(i)).getAttribute("scope")).isIn("col", "row");
            }
            NodeList tables = page.getElementsByTagName("table");
            for (int i = 0; i < tables.getLength(); i++) {
                Element around = (Element) tables.item(i).getParentNode();
                assertThat(around.getAttribute("tabindex")).isEqualTo("0");
                assertThat(around.getAttribute("aria-label")).isNotEmpty();
            }
        }
    }

    private static String sampleOn(Document page) throws IOException {
        return new ObjectMapper()
                .readTree(page.getElementsByTagName("pre").item(0).getTextContent())
                .toString();
    }

    /** The pages are XML too, but for their first line. */
    private static Document parse(Path file) {
        try {
            String text = Files.readString(file).replaceFirst("^<!DOCTYPE html>\\n", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("Cannot parse " + file, e);
        }
    }
}

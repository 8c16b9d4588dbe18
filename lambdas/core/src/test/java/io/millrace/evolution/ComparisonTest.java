package io.millrace.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.DerivedColumn;
import io.millrace.contract.Field;
import io.millrace.contract.FieldRule;
import io.millrace.contract.ServiceLevel;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each change of a contract, with its verdict, its words and what the table needs. */
class ComparisonTest {
    @TempDir
    Path folder;

    private Contracts before;

    @BeforeEach
    void read() {
        before = Parcels.in(folder.resolve("before"), Parcels.YAML);
    }

    @TestFactory
    Stream<DynamicTest> compatibleChanges() {
        return Stream.of(
                row(
                        "- {name: day,",
                        "- {name: note, logicalType: string, description: A note., classification: public}\n"
                                + "      - {name: day,",
                        "MINOR note: new optional field | add note string"),
                row(
                        "- {name: day,",
                        "- {name: hour, logicalType: integer, transformLogic: hour(sent_at), description: Hour.,"
                                + " classification: public}\n      - {name: day,",
                        "MINOR hour: new, computed from sent_at | add hour int"),
                row(
                        "{minimum: 1, maximum: 100}",
                        "{minimum: 1, maximum: 100, format: i64}",
                        "MINOR pieces: int -> long | widen pieces to long"),
                row(
                        "decimal(6,2)",
                        "decimal(9,2)",
                        "MINOR weight: decimal(6, 2) -> decimal(9, 2) | widen weight to decimal(9, 2)"),
                row("minLength: 2,", "minLength: 1,", "MINOR sender.minLength: 2 -> 1 | none"),
                row("maxLength: 40,", "", "MINOR sender.maxLength: 40 -> none | none"),
                row(", pattern: \"^s\"", "", "MINOR sender.pattern: ^s -> none | none"),
                row("maximum: 100", "maximum: 1e3", "MINOR pieces.maximum: 100 -> 1000 | none"),
                row("exclusiveMinimum: 0", "minimum: 0", "MINOR share.minimum: 0 (exclusive) -> 0 | none"),
                row(
                        "2020-01-01T",
                        "2019-01-01T",
                        "MINOR sent_at.minimum: 2020-01-01T00:00:00Z -> 2019-01-01T00:00:00Z | none"),
                row("\"2000-01-01\"", "\"1999-12-31\"", "MINOR due.minimum: 2000-01-01 -> 1999-12-31 | none"),
                row("value: P1D", "value: PT48H", "MINOR sent_at.millrace.maxAhead: PT24H -> PT48H | none"),
                row("[S, M]", "[S, M, L]", "MINOR size.validValues: also L | none"),
                row(
                        "severity: error",
                        "severity: warning",
                        "MINOR size.validValues: any value, no longer only [M, S] | none",
                        "MINOR size.warnings: other things are warned of | none"),
                row("[brown]", "[grey]", "MINOR colour.warnings: other things are warned of | none"),
                row("[from, origin]", "[from, origin, by]", "MINOR sender.millrace.aliases: also by | none"),
                row(
                        "name: seen_at, logicalType: timestamp, required: true",
                        "name: seen_at, logicalType: timestamp",
                        "MINOR seen_at: is no longer required | none"),
                row(
                        "[[receiver, size]]",
                        "[[receiver, size, colour]]",
                        "MINOR millrace.requireOneOf: one of [receiver, size] is no longer required | none"),
                row("[[receiver, size]]", "[[receiver, size], [sender, size]]"),
                row(
                        "description: How many.\n        classification: public",
                        "description: How many.\n        classification: restricted",
                        "MINOR pieces.classification: public -> restricted | none"),
                row("value: 7, unit: y", "value: 8, unit: y", "MINOR retention (regulatory): P7Y -> P8Y | none"),
                row("value: 1, unit: h", "value: 30, unit: min", "MINOR latency: PT1H -> PT30M | none"),
                row(
                        "maxLength: 40, pattern: \"^s\"}\n        customProperties:\n",
                        "maxLength: 40, pattern: \"^s\"}\n        customProperties:\n          - {property:"
                                + " millrace.warn, value: [length, pattern]}\n",
                        "MINOR sender.maxLength: 40 -> none | none",
                        "MINOR sender.minLength: 2 -> none | none",
                        "MINOR sender.pattern: ^s -> none | none",
                        "MINOR sender.warnings: other things are warned of | none"),
                row(
                        "physicalType: \"decimal(6,2)\",",
                        "physicalType: \"decimal(6,2)\", customProperties: [{property: millrace.normalize, value:"
                                + " [round]}],",
                        "MINOR weight.millrace.normalize: [] -> [ROUND] | none"),
                row(
                        "description: Kilograms.",
                        "description: Grams.",
                        "PATCH weight.description: another text | describe weight"),
                row("What is on its way.", "What travels.", "PATCH description.purpose: another text | none"),
                row(
                        "status: active",
                        "status: deprecated",
                        "PATCH about: another status, use, limit, grain or team's description | none"),
                row("team: {name: post}", "team: {name: mail}", "PATCH team: post -> mail | none"),
                row(
                        "team: {name: post}",
                        "team: {name: post}\nsupport: [{channel: \"#post\", tool: slack}]",
                        "PATCH support: another channel or runbook | none"),
                row(
                        "{property: millrace.partitionKey, value: [sender]}",
                        "{property: millrace.partitionKey, value: [sender]}\n"
                                + "      - {property: millrace.sortedBy, value: [receiver]}",
                        "PATCH millrace.sortedBy: [] -> [receiver] | none"),
                row("version: 1.2.3", "version: 1.2.4", "PATCH version: nothing else has changed | none"),
                row("# none", "# none"));
    }

    @TestFactory
    Stream<DynamicTest> breakingChanges() {
        return Stream.of(
                row(
                        "name: receiver, logicalType: string, description: Who gets.",
                        "name: addressee, logicalType: string, description: Who gets.",
                        "[receiver, size]",
                        "[addressee, size]",
                        "MAJOR millrace.requireOneOf: one of [addressee, size] is now required | none",
                        "MINOR millrace.requireOneOf: one of [receiver, size] is no longer required | none",
                        "MAJOR receiver: renamed to addressee | none (receiver stays, for the rows that have it)",
                        "MINOR addressee: new optional field | add addressee string"),
                row(
                        "name: weight, logicalType: number",
                        "name: mass, logicalType: number, customProperties: [{property: millrace.aliases, value:"
                                + " [weight]}]",
                        "MAJOR weight: renamed to mass | none (weight stays, for the rows that have it)",
                        "MINOR mass: new optional field | add mass decimal(6, 2)"),
                row(
                        "      - {name: due, logicalType: date, description: By when., classification: public,"
                                + " logicalTypeOptions: {minimum: \"2000-01-01\"}}\n",
                        "",
                        "MAJOR due: gone | none (due stays, for the rows that have it)"),
                row(
                        "      - {name: day, logicalType: date, transformLogic: date(sent_at), description: Day.,"
                                + " classification: internal}\n",
                        "",
                        "MAJOR day: gone | none (day stays, for the rows that have it)"),
                row(
                        "transformLogic: date(sent_at)",
                        "transformLogic: date(seen_at)",
                        "MAJOR day: computed otherwise | none"),
                row(
                        "- {name: day, logicalType: date, transformLogic: date(sent_at), description: Day.,",
                        "- {name: day, logicalType: date, description: Day.,",
                        "MAJOR day: gone | none (day stays, for the rows that have it)"),
                row(
                        "decimal(6,2)",
                        "decimal(4,2)",
                        "MAJOR weight: decimal(6, 2) -> decimal(4, 2) | none (a column never becomes narrower)"),
                row(
                        "decimal(6,2)",
                        "decimal(6,3)",
                        "MAJOR weight: decimal(6, 2) -> decimal(6, 3) | impossible: add another column"),
                row(
                        "logicalType: integer\n",
                        "logicalType: number\n",
                        "MAJOR pieces: int -> double | impossible: add another column"),
                row(
                        "description: The rest., classification: internal, logicalTypeOptions: {format: json}",
                        "description: The rest., classification: internal",
                        "MAJOR extra: object -> string | none"),
                row(
                        "- {name: day,",
                        "- {name: note, logicalType: string, required: true, description: A note., classification:"
                                + " public}\n      - {name: day,",
                        "MAJOR note: new required field | add note string"),
                row(
                        "name: receiver, logicalType: string",
                        "name: receiver, required: true, logicalType: string",
                        "MAJOR receiver: is now required | none"),
                row("minLength: 2", "minLength: 3", "MAJOR sender.minLength: 2 -> 3 | none"),
                row("maxLength: 40", "maxLength: 39", "MAJOR sender.maxLength: 40 -> 39 | none"),
                row("\"^s\"", "\"^[s]\"", "MAJOR sender.pattern: ^s -> ^[s] | none"),
                row(
                        "description: A fraction., classification: public,",
                        "description: A fraction., classification: public, quality: [],",
                        "exclusiveMinimum: 0",
                        "exclusiveMinimum: 0, maximum: 1",
                        "MAJOR share.maximum: none -> 1 | none"),
                row("minimum: 1,", "exclusiveMinimum: 1,", "MAJOR pieces.minimum: 1 -> 1 (exclusive) | none"),
                row(
                        "2020-01-01T00:00:00Z",
                        "2020-01-01T00:00:01Z",
                        "MAJOR sent_at.minimum: 2020-01-01T00:00:00Z -> 2020-01-01T00:00:01Z | none"),
                row("value: P1D", "value: PT1H", "MAJOR sent_at.millrace.maxAhead: PT24H -> PT1H | none"),
                row(
                        "[S, M]",
                        "[M, L]",
                        "MAJOR size.validValues: no longer S | none",
                        "MINOR size.validValues: also L | none"),
                row(
                        "severity: warning",
                        "severity: error",
                        "MAJOR colour.validValues: only [brown] | none",
                        "MINOR colour.warnings: other things are warned of | none"),
                row("[from, origin]", "[from]", "MAJOR sender.millrace.aliases: no longer origin | none"),
                row(
                        "[from, origin]",
                        "[origin, from]",
                        "MAJOR sender.millrace.aliases: [from, origin] -> [origin, from] | none"),
                row(
                        "value: [trim]",
                        "value: [trim, lower]",
                        "MAJOR sender.millrace.normalize: [TRIM] -> [TRIM, LOWER] | none"),
                row(
                        "description: Who gets., classification: confidential",
                        "description: Who gets., classification: confidential, customProperties: [{property:"
                                + " millrace.default, value: nobody}]",
                        "MAJOR receiver.millrace.default: none -> 'nobody' | none"),
                row(
                        "- {property: millrace.unknownFields",
                        "- {property: millrace.clock, value: server}\n      - {property: millrace.unknownFields",
                        "MAJOR millrace.clock: CLIENT -> SERVER | none"),
                row(
                        "[[receiver, size]]",
                        "[[receiver, size], [colour, size]]",
                        "MAJOR millrace.requireOneOf: one of [colour, size] is now required | none"),
                row("value: keep", "value: reject", "MAJOR millrace.unknownFields: keep -> reject | none"),
                row(
                        "value: [sender]}",
                        "value: [event_id]}",
                        "MAJOR millrace.partitionKey: [sender] -> [event_id] | none"),
                row(
                        "        partitioned: true\n",
                        "",
                        "name: seen_at,",
                        "name: seen_at, partitioned: true,",
                        "MAJOR partitioned: sent_at -> seen_at | impossible: partitions cannot change"),
                row(
                        "parcels_silver",
                        "post_parcels",
                        "MAJOR physicalName: parcels_silver -> post_parcels | create post_parcels"),
                row(
                        "description: Who gets., classification: confidential",
                        "description: Who gets., classification: public",
                        "MAJOR receiver.classification: confidential -> public | none"),
                row("value: 2, unit: y", "value: 23, unit: m", "MAJOR retention (analytics): P2Y -> P23M | none"),
                row("value: 1, unit: h", "value: 2, unit: h", "MAJOR latency: PT1H -> PT2H | none"));
    }

    /** Whoever adds a part decides here what another value of it is. */
    @Test
    void everyPartOfAContractHasItsVerdict() {
        assertThat(parts(Contract.class))
                .isEqualTo("dataset version domain description owner about fields derived requireOneOf partitionKey"
                        + " sortedBy eventTime clock format strict serviceLevel support silverTable");
        assertThat(parts(Field.class))
                .isEqualTo("column jsonType classification aliases normalize ifAbsent rules examples");
        assertThat(parts(DerivedColumn.class)).isEqualTo("column transform source classification");
        assertThat(parts(ServiceLevel.class)).isEqualTo("freshness rawRetention typedRetention");
        assertThat(FieldRule.class.getPermittedSubclasses())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder("Present", "Length", "Matches", "NumberRange", "TimeRange", "OneOf");
    }

    private static String parts(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(" "));
    }

    @Test
    void equalRetentionInOtherUnitsIsNoDifference() {
        assertThat(changes(Parcels.in(after(), "value: 2, unit: y", "value: 24, unit: m")))
                .isEmpty();
    }

    @Test
    void theOrderOfFieldsIsNoDifference() {
        String due = Parcels.YAML
                .lines()
                .filter(line -> line.contains("name: due"))
                .findFirst()
                .orElseThrow();
        String moved = Parcels.YAML
                .replace(due + "\n", "")
                .replace("      - {name: receiver", due + "\n      - {name: receiver");

        assertThat(changes(Parcels.in(after(), moved))).isEmpty();
    }

    @Test
    void aDatasetThatComesOrGoesIsAChange() throws IOException {
        Path folder = after();
        Files.createDirectories(folder.resolve("post"));
        Files.writeString(folder.resolve("post/letters.yaml"), Parcels.YAML.replace("parcels", "letters"));
        Contracts after = Contracts.read(folder);

        assertThat(Comparison.of(before, after).stream().map(ComparisonTest::lines))
                .containsExactly(
                        List.of("MAJOR dataset: gone | none"),
                        List.of("MINOR dataset: new | create letters_bronze, letters_silver, letters_quarantine"));
    }

    @Test
    void aRuleReachesTypedRowsAndQuarantineAndAColumnOnlyTypedRows() {
        assertThat(changes(Parcels.in(after(), "maxLength: 40", "maxLength: 50")))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.tables()).containsExactly("parcels_silver", "parcels_quarantine"));
        assertThat(changes(Parcels.in(after(), "decimal(6,2)", "decimal(7,2)")))
                .singleElement()
                .satisfies(change -> assertThat(change.tables()).containsExactly("parcels_silver"));
    }

    private DynamicTest row(String... replacementsAndExpected) {
        int replaced =
                replacementsAndExpected.length > 3 && !replacementsAndExpected[2].matches("(PATCH|MINOR|MAJOR) .*")
                        ? 4
                        : 2;
        List<String> expected = List.of(replacementsAndExpected).subList(replaced, replacementsAndExpected.length);
        return DynamicTest.dynamicTest(replacementsAndExpected[0] + " -> " + replacementsAndExpected[1], () -> {
            String yaml = Parcels.YAML + "# none";
            for (int i = 0; i < replaced; i += 2) {
                assertThat(yaml).contains(replacementsAndExpected[i]);
                yaml = yaml.replace(replacementsAndExpected[i], replacementsAndExpected[i + 1]);
            }
            assertThat(changes(Parcels.in(after(), yaml)).stream().flatMap(change -> lines(change).stream()))
                    .containsExactlyElementsOf(expected);
        });
    }

    private List<ContractChange> changes(Contracts after) {
        return Comparison.of(before, after);
    }

    private static List<String> lines(ContractChange change) {
        return change.differences().stream()
                .map(each -> each.weight() + " " + each.place() + ": " + each.change() + " | " + each.tableChange())
                .toList();
    }

    private Path after() {
        return folder.resolve("after");
    }
}

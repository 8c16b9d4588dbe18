package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every way to get a contract wrong is told with file, line, property and way out. */
class ContractProblemsTest {
    private static final String FILE = "shop/orders.yaml";
    private static final String VALID = """
            apiVersion: v3.1.0
            kind: DataContract
            id: orders
            version: 1.0.0
            status: active
            domain: shop
            description: {purpose: What people buy.}
            team: {name: shop}
            schema:
              - name: orders
                physicalName: orders_silver
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
            slaProperties:
              - {property: latency, value: 1, unit: h}
              - {property: retention, value: 7, unit: y, driver: regulatory}
              - {property: retention, value: 2, unit: y, driver: analytics}
            """;

    @TempDir
    Path folder;

    @Test
    void aValidContractHasNone() throws IOException {
        assertThat(problems(VALID)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aWrongContractIsToldWhereAndWhatToDo() {
        return Stream.of(
                        row("v3.1.0", "v2.2.0", "1: apiVersion 'v2.2.0' is not supported: write v3.1.0"),
                        row(
                                "kind: DataContract",
                                "kind: Contract",
                                "1: kind 'Contract' is not supported: write DataContract"),
                        row(
                                "id: orders\n",
                                "",
                                "1: id: is missing: give the contract a stable id, as its dataset's name"),
                        row("1.0.0", "\"1\"", "1: version '1' is not major.minor.patch"),
                        row("1.0.0", "1.0", "4: version: must be a text: put it in quotes"),
                        row("domain: shop", "domian: shop", "6: domian: is not known here: use one of apiVersion"),
                        row(
                                "team: {name: shop}",
                                "team: {}",
                                "8: team.name: is missing: name the team that owns the data"),
                        row("- name: orders", "- nam: orders", "10: schema.name: is missing: name the dataset"),
                        row("orders_silver", "Orders", "10: schema: name 'Orders' does not match ^[a-z][a-z0-9_]*$"),
                        row(
                                "logicalType: timestamp",
                                "",
                                "14: schema.properties.ordered_at.logicalType: is missing: use one"),
                        row(
                                "logicalType: timestamp",
                                "logicalType: when",
                                "logicalType 'when' is not known: use one of"),
                        row(
                                "logicalType: timestamp",
                                "logicalType: date",
                                "must be of logicalType timestamp and required"),
                        row("partitioned: true", "partitioned: false", "has 0 properties with partitioned: true"),
                        row(
                                "partitioned: true",
                                "partitioned: maybe",
                                "17: schema.properties.ordered_at.partitioned: must be true"),
                        row(
                                "description: Who.",
                                "",
                                "22: schema.properties.customer.description: is missing: say what"),
                        row(
                                "confidential",
                                "secret",
                                "26: schema.properties.customer.classification: 'secret' is not known"),
                        row(
                                "  required: true\n        des",
                                "  requird: true\n        des",
                                "24: schema.properties.customer.requird: is"),
                        row(
                                "{pattern: \"^c\"}",
                                "{pattern: \"(\"}",
                                "27: schema.properties.customer.logicalTypeOptions.pattern"),
                        row("{pattern: \"^c\"}", "{minimum: 1}", "minimum: is not known here: use one of"),
                        row(
                                "{pattern: \"^c\"}",
                                "{format: email}",
                                "'email' is checked by nobody: use json, or a pattern"),
                        row(
                                "\"2020-01-01T00:00:00Z\"",
                                "2020-01-01",
                                "'2020-01-01' is not a time: write it as \"2020-01-01T"),
                        row("value: P1D", "value: 1 day", "'1 day' is not a duration: write it as P1D or PT1H"),
                        row(
                                "millrace.aliases",
                                "millrace.alias",
                                "'millrace.alias' is not known here: use one of millrace.al"),
                        row(
                                "value: [buyer]",
                                "value: buyer",
                                "28: schema.properties.customer.millrace.aliases: must be a list"),
                        row(
                                "value: [buyer]",
                                "value: [event_id]",
                                "the name 'event_id' stands for two properties: rename one"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.normalize, value: [trim, shout]}]",
                                "millrace.normalize[1]: 'shout' is not known: use one of digits, lower, phone"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.normalize, value: [round]}]",
                                "millrace.normalize[0]: 'round' is for a property of physicalType decimal"),
                        row(
                                "millrace.maxAhead, value: P1D",
                                "millrace.normalize, value: [trim]",
                                "millrace.normalize[0]: 'trim' is for a property of logicalType string"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.normalize, value: [start_of_day]}]",
                                "'start_of_day' is for a property of logicalType timestamp"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.default, value: NOBODY}]",
                                "millrace.default: is never used, since the property is required"),
                        row(
                                "integer,",
                                custom("integer", "default, value: 0"),
                                "lines.millrace.default: must be a text"),
                        row(
                                "integer,",
                                custom("integer", "default, value: none"),
                                "lines.millrace.default: is for a property of logicalType string"),
                        row(
                                "integer,",
                                "string, customProperties: [{property: millrace.normalize, value: [upper]},"
                                        + " {property: millrace.default, value: none}],",
                                "lines.millrace.default: 'none' is not in normal form: write 'NONE'"),
                        row(
                                "integer,",
                                "string, customProperties: [{property: millrace.default, value: none},"
                                        + " {property: millrace.defaultFrom, value: customer}],",
                                "lines.millrace.default: is beside millrace.defaultFrom: keep one"),
                        row(
                                "integer,",
                                custom("integer", "defaultFrom, value: customer"),
                                "millrace.defaultFrom of 'lines' names 'customer': name a property of the same type"),
                        row(
                                "integer,",
                                custom("string", "defaultFrom, value: lines"),
                                "millrace.defaultFrom of 'lines' names 'lines': name a property of the same type"),
                        row(
                                "integer,",
                                custom("integer", "codes, value: iso4217"),
                                "lines.millrace.codes: is for a property of logicalType string"),
                        row(
                                "integer,",
                                custom("string", "codes, value: iso3166"),
                                "lines.millrace.codes: 'iso3166' is not known: use one of iso4217"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.warn, value: [range]}]",
                                "millrace.warn: 'range' is no rule of this property: use one of pattern, required"),
                        row(
                                "integer,",
                                custom("integer", "warn, value: [required]"),
                                "millrace.warn: 'required' is no rule of this property: it has none that could warn"),
                        row(
                                "[{property: millrace.aliases, value: [buyer]}]",
                                "[{property: millrace.warn, value: [required]}]",
                                "millrace.partitionKey [customer] may be absent: add a required field"),
                        row(
                                "value: [customer]}]",
                                "value: [customer]}, {property: millrace.clock, value: sundial}]",
                                "schema.millrace.clock: 'sundial' is not known: use one of client, server"),
                        row(
                                "integer,",
                                "integer, examples: [{a: 1}],",
                                "lines.examples[0]: must be a text, a number, true or false"),
                        row(
                                "integer,",
                                "string, logicalTypeOptions: {format: json}, examples: [plan],",
                                "lines.examples[0]: is no JSON object: write it as '{\"plan\": \"pro\"}'"),
                        row(
                                "name: lines",
                                "name: customer",
                                "the name 'customer' stands for two properties: rename one"),
                        row(
                                "integer,",
                                "number, physicalType: float,",
                                "'float' is not how this logicalType is stored: write d"),
                        row(
                                "integer,",
                                "number, physicalType: \"decimal(40,2)\",",
                                "'decimal(40,2)' has no such precision"),
                        row(
                                "integer,",
                                "integer, logicalTypeOptions: {format: u8},",
                                "integer format 'u8' has no column type"),
                        row(
                                "integer,",
                                "object,",
                                "logicalType 'object' has no column type: use string, and for a JSON object"),
                        row(
                                "integer,",
                                "integer, quality: [{metric: invalidValues}],",
                                "is for a property of logicalType string"),
                        row(
                                "date(ordered_at)",
                                "week(ordered_at)",
                                "transformLogic 'week(ordered_at)' is not known: write date"),
                        row("date(ordered_at)", "hour(ordered_at)", "'hour(ordered_at)' gives logicalType integer"),
                        row(
                                "name: event_id,",
                                "name: id,",
                                "has no property event_id of logicalType string and required: true"),
                        row(
                                "millrace.partitionKey, value: [customer]",
                                "owner, value: x",
                                "has no millrace.partitionKey: list"),
                        row(
                                "value: [customer]",
                                "value: [client]",
                                "millrace.partitionKey names 'client', which is no property"),
                        row(
                                "customProperties: [{property: millrace.partitionKey",
                                "customProperties: [{property: millrace.sortedBy, value: [client]},"
                                        + " {property: millrace.partitionKey",
                                "millrace.sortedBy names 'client', which is no property"),
                        row(
                                "value: [customer]",
                                "value: [lines]",
                                "millrace.partitionKey names 'lines', which is no property"),
                        row(
                                "latency, value: 1, unit: h",
                                "latency, value: 1, unit: week",
                                "unit 'week' is not known: use s, min"),
                        row(
                                "driver: analytics",
                                "driver: fun",
                                "driver 'fun' is not known: use regulatory or analytics"),
                        row("kind: Data", "kind: DataContract\nkind: Data", "is not YAML: Duplicate field 'kind'"),
                        row("team: {name: shop}", "team: {name: shop", "is not YAML: "),
                        row(
                                "domain: shop",
                                "domain: web",
                                "1: is of domain 'web' and dataset 'orders': move it to web/orders.yaml"))
                .map(row -> DynamicTest.dynamicTest(row.problem(), () -> {
                    assertThat(VALID).contains(row.right());
                    assertThat(problems(VALID.replace(row.right(), row.wrong())))
                            .anySatisfy(problem -> assertThat(problem.toString())
                                    .startsWith(folder + "/" + FILE + ":")
                                    .contains(row.problem()));
                }));
    }

    @Test
    void oneRunFindsAllOfThem() throws IOException {
        write(folder, "shop/orders.yaml", VALID.replace("description: Who.", "").replace("1.0.0", "one"));
        write(folder, "shop/returns.yaml", "nothing: here");

        assertThat(Contracts.check(folder)).hasSizeGreaterThan(5);
        assertThatThrownBy(() -> Contracts.read(folder))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("Cannot read contracts:\n" + folder + "/shop/orders.yaml:1: version 'one'")
                .hasMessageContaining(folder + "/shop/returns.yaml:1: apiVersion: is missing: write v3.1.0");
    }

    @Test
    void twoContractsCannotShareATable() throws IOException {
        write(folder, "shop/orders.yaml", VALID);
        write(folder, "shop/returns.yaml", VALID.replace("name: orders", "name: returns"));

        assertThat(Contracts.check(folder))
                .extracting(Problem::message)
                .containsExactly("table orders_silver is also in shop/orders.yaml: rename one");
    }

    @Test
    void aFolderWithoutContractsIsNone() {
        assertThat(Contracts.check(folder))
                .extracting(Problem::message)
                .containsExactly("has no contracts: put them there as <domain>/<dataset>.yaml");
        assertThatThrownBy(() -> Contracts.read(folder.resolve("absent")))
                .hasMessage("Cannot read contracts: " + folder.resolve("absent") + " is not a folder");
    }

    private record Row(String right, String wrong, String problem) {}

    private static String custom(String logicalType, String property) {
        return logicalType + ", customProperties: [{property: millrace." + property + "}],";
    }

    private static Row row(String right, String wrong, String problem) {
        return new Row(right, wrong, problem);
    }

    private List<Problem> problems(String text) throws IOException {
        write(folder, FILE, text);
        return Contracts.check(folder);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

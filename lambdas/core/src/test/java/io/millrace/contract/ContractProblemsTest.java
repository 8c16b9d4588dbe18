package io.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a contract wrong is told with file, line, property and way out. */
class ContractProblemsTest extends WrongContracts {
    @Test
    void aValidContractHasNone() throws IOException {
        assertThat(problems(VALID)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aWrongContractIsToldWhereAndWhatToDo() {
        return told(
                row("v3.1.0", "v2.2.0", "1: apiVersion 'v2.2.0' is not supported: write v3.1.0"),
                row("kind: DataContract", "kind: Contract", "1: kind 'Contract' is not supported: write DataContract"),
                row("id: orders\n", "", "1: id: is missing: give the contract a stable id, as its dataset's name"),
                row("1.0.0", "\"1\"", "1: version '1' is not major.minor.patch"),
                row("1.0.0", "1.0", "4: version: must be a text: put it in quotes"),
                row("domain: shop", "domian: shop", "6: domian: is not known here: use one of apiVersion"),
                row("team: {name: shop}", "team: {}", "8: team.name: is missing: name the team that owns the data"),
                row("- name: orders", "- nam: orders", "10: schema.name: is missing: name the dataset"),
                row("orders_silver", "Orders", "10: schema: name 'Orders' does not match ^[a-z][a-z0-9_]*$"),
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
                row("value: [customer]", "value: [lines]", "millrace.partitionKey names 'lines', which is no property"),
                row(
                        "latency, value: 1, unit: h",
                        "latency, value: 1, unit: week",
                        "unit 'week' is not known: use s, min"),
                row("driver: analytics", "driver: fun", "driver 'fun' is not known: use regulatory or analytics"),
                row("kind: Data", "kind: DataContract\nkind: Data", "is not YAML: Duplicate field 'kind'"),
                row("team: {name: shop}", "team: {name: shop", "is not YAML: "),
                row(
                        "domain: shop",
                        "domain: web",
                        "1: is of domain 'web' and dataset 'orders': move it to web/orders.yaml"));
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
}

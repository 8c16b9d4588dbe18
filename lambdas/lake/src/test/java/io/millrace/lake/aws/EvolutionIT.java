package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contracts;
import io.millrace.evolution.Comparison;
import io.millrace.evolution.Parcels;
import io.millrace.lake.aws.RunningLake.Door;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A contract that changes five times and is refused six, then is broken by a person and taken back, while 200 events a
 * second flow: through the real migrate, writer and committer functions, each deployed in its turn with claims in flight,
 * with the old door before the new writer.
 */
class EvolutionIT {
    private static final String MEMBERS = """
            "sender":"shop","receiver":"ann","pieces":3,"weight":1.25,"size":"S","due":"2026-12-24\"""";
    private static final String LONG_SENDER = "s" + "o".repeat(99);
    /** Events between two steps of a deployment. */
    private static final int SOME = 100;

    private LakeResources lake;
    private NoticeQueue notices;
    private @Nullable RunningLake running;
    private String yaml = Parcels.YAML;
    private String members = MEMBERS;
    private int minor = 2;
    /** How many events had been sent when each field was first sent in its new form. */
    private final Map<String, Integer> since = new LinkedHashMap<>();

    @BeforeEach
    void start() throws IOException {
        lake = LakeResources.create();
        notices = new NoticeQueue(lake);
        RunningLake.migrate(lake, contracts(yaml));
        running = new RunningLake(lake, "parcels", contracts(yaml), new Door("1.2.3", members));
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> contracts_evolve_while_events_flow() {
        return Stream.of(
                compatible(
                        "a new optional field",
                        "      - {name: day,",
                        "      - {name: note, logicalType: string, description: A note., classification: public}\n"
                                + "      - {name: day,",
                        "note",
                        members -> members + ",\"note\":\"fragile\""),
                refused(
                        "a rename",
                        "name: due, logicalType: date",
                        "name: deadline, logicalType: date",
                        "due renamed to deadline"),
                compatible(
                        "a wider type",
                        "decimal(6,2)",
                        "decimal(12,2)",
                        "weight",
                        members -> members.replace("1.25", "1234567.25")),
                refused("a narrower type", "decimal(12,2)", "decimal(6,2)", "weight decimal(12, 2) -> decimal(6, 2)"),
                compatible(
                        "a looser rule",
                        "maxLength: 40",
                        "maxLength: 200",
                        "sender",
                        members -> members.replace("shop", LONG_SENDER)),
                refused("a tighter rule", "maxLength: 200", "maxLength: 20", "sender.maxLength 200 -> 20"),
                compatible("docs", "What is on its way.", "What somebody waits for.", "docs", members -> members),
                refused(
                        "a new required field",
                        "      - {name: day,",
                        "      - {name: route, logicalType: string, required: true, description: Its way.,"
                                + " classification: public}\n      - {name: day,",
                        "route new required field"),
                compatible(
                        "another alias",
                        "name: receiver, logicalType: string,",
                        "name: receiver, logicalType: string, customProperties: [{property: millrace.aliases, value:"
                                + " [addressee]}],",
                        "receiver",
                        members -> members.replace("\"receiver\":\"ann\"", "\"addressee\":\"bob\"")),
                refused(
                        "a drop",
                        "      - {name: due, logicalType: date, description: By when., classification: public,"
                                + " logicalTypeOptions: {minimum: \"2000-01-01\"}}\n",
                        "",
                        "due gone"),
                refused(
                        "another partition key",
                        "value: [sender]}",
                        "value: [event_id]}",
                        "millrace.partitionKey [sender] -> [event_id]"),
                DynamicTest.dynamicTest("a drop that a person listed goes through", this::aListedDrop),
                DynamicTest.dynamicTest("and can be taken back", this::takenBack),
                DynamicTest.dynamicTest("nothing is lost, and old rows are as they were", this::nothingIsLost));
    }

    private interface Sender {
        String change(String members);
    }

    private DynamicTest compatible(String name, String text, String replacement, String field, Sender sender) {
        return DynamicTest.dynamicTest(name + " goes through", () -> {
            String version = "1.%d.0".formatted(++minor);
            String next = edit(text, replacement).replaceFirst("version: [0-9.]+", "version: " + version);
            running.flow(SOME);

            JsonNode report = RunningLake.migrate(lake, contracts(next));
            assertThat(report.path("changes"))
                    .singleElement()
                    .satisfies(change -> assertThat(change.asText())
                            .startsWith("parcels 1.")
                            .endsWith("-> " + version + ": compatible"));
            running.flow(SOME);
            running.deployWriter(contracts(next));
            running.flow(SOME);
            members = sender.change(members);
            running.deployDoor(new Door(version, members));
            since.put(field, running.sent().size());
            running.flow(SOME);

            yaml = next;
        });
    }

    private DynamicTest refused(String name, String text, String replacement, String reason) {
        return DynamicTest.dynamicTest(name + " is refused", () -> {
            String next = edit(text, replacement).replaceFirst("version: [0-9.]+", "version: 2.0.0");
            assertThatThrownBy(() -> RunningLake.migrate(lake, contracts(next)))
                    .isInstanceOf(MigrationRefusedException.class)
                    .hasMessageStartingWith("Cannot deploy contract parcels: " + reason);
            running.flow(SOME);
        });
    }

    private void aListedDrop() throws InterruptedException, IOException {
        Contracts without = contracts(
                yaml.replaceFirst(" +- \\{name: due,.*\n", "").replaceFirst("version: [0-9.]+", "version: 2.0.0"));
        String digest = Comparison.of(contracts(yaml), without).get(0).breakDigest();
        lake.endpoint().with("MILLRACE_ACCEPTED_BREAKS", digest);

        JsonNode report = RunningLake.migrate(lake, without);

        assertThat(report.path("changes").get(0).asText()).isEqualTo("parcels 1.7.0 -> 2.0.0: breaking");
        running.flow(SOME);
        running.deployWriter(without);
        running.flow(SOME);
    }

    private void takenBack() throws InterruptedException, IOException {
        JsonNode report = RunningLake.migrate(lake, contracts(yaml));

        assertThat(report.path("changes").get(0).asText()).isEqualTo("parcels 2.0.0 -> 1.7.0: rollback");
        running.deployWriter(contracts(yaml));
        running.flow(SOME);
    }

    private void nothingIsLost() throws InterruptedException, IOException {
        running.drain();
        List<String> sent = running.sent();
        System.out.printf("%d events at %.0f a second%n", sent.size(), running.rate());

        assertThat(running.failures()).isEmpty();
        assertThat(running.rate()).isGreaterThan(180);
        assertThat(ids(rows("bronze", "parcels_bronze"))).isEqualTo(sorted(sent));
        assertThat(rows("bronze", "parcels_quarantine")).isEmpty();
        List<Record> silver = rows("silver", "parcels_silver");
        assertThat(ids(silver)).isEqualTo(sorted(sent));
        for (Record row : silver) {
            int number = Integer.parseInt(((String) row.getField("event_id")).substring(1));
            assertThat(row.getField("pieces")).isEqualTo(3);
            holds(row, number, "note", null, "fragile");
            holds(row, number, "weight", new BigDecimal("1.25"), new BigDecimal("1234567.25"));
            holds(row, number, "sender", "shop", LONG_SENDER);
            holds(row, number, "receiver", "ann", "bob");
        }
        List<String> dropped = silver.stream()
                .filter(row -> row.getField("due") == null)
                .map(row -> (String) row.getField("event_id"))
                .toList();
        assertThat(dropped).as("rows of the writer that knew no due").isNotEmpty();
        assertThat(dropped).doesNotContain(sent.get(0), sent.get(sent.size() - 1));
        history();
    }

    /** The post that was on its way while the door changed may be of either kind. */
    private void holds(Record row, int number, String field, Object before, Object after) {
        int changed = since.getOrDefault(field, Integer.MAX_VALUE);
        if (number < changed) {
            assertThat(row.getField(field)).as(field + " of e" + number).isEqualTo(before);
        } else if (number >= changed + 10) {
            assertThat(row.getField(field)).as(field + " of e" + number).isEqualTo(after);
        }
    }

    private void history() throws IOException {
        assertThat(rows("ops", "schema_changes").stream()
                        .map(row -> row.getField("to_version") + " " + row.getField("verdict") + " "
                                + row.getField("place") + ", " + row.getField("table_change")))
                .containsExactlyInAnyOrder(
                        "1.2.3 compatible dataset, create parcels_bronze, parcels_silver, parcels_quarantine",
                        "1.3.0 compatible note, add note string",
                        "1.4.0 compatible weight, widen weight to decimal(12, 2)",
                        "1.5.0 compatible sender.maxLength, none",
                        "1.6.0 compatible description.purpose, none",
                        "1.7.0 compatible receiver.millrace.aliases, none",
                        "2.0.0 breaking due, none (due stays, for the rows that have it)",
                        "1.7.0 rollback due, add due date");
        List<String> kinds = new ArrayList<>();
        notices.take().forEach(notice -> kinds.add(notice.path("kind").asText()));
        assertThat(kinds).filteredOn("schema_changed"::equals).hasSize(8);
        assertThat(kinds).filteredOn("schema_refused"::equals).hasSize(6);
    }

    private static List<String> ids(List<Record> rows) {
        return sorted(
                rows.stream().map(row -> (String) row.getField("event_id")).toList());
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    private String edit(String text, String replacement) {
        assertThat(yaml).contains(text);
        return yaml.replace(text, replacement);
    }

    private static Contracts contracts(String yaml) {
        return Contracts.of("test", Map.of("post/parcels.yaml", yaml));
    }

    private List<Record> rows(String layer, String table) throws IOException {
        TableIdentifier identifier = TableIdentifier.of(lake.environment() + "_" + layer, table);
        List<Record> found = new ArrayList<>();
        try (var catalog = lake.endpoint().access().catalog(lake.bucket());
                var rows = IcebergGenerics.read(catalog.loadTable(identifier)).build()) {
            rows.forEach(found::add);
        }
        return found;
    }
}

package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import io.millrace.evolution.Comparison;
import io.millrace.evolution.Parcels;
import io.millrace.store.MemoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;

class ContractMigrationTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final TableIdentifier HISTORY = TableIdentifier.of("test_ops", "schema_changes");
    private static final Contracts FIRST = contracts("1.2.3", "maxLength: 40");
    private static final Contracts LOOSER = contracts("1.3.0", "maxLength: 50");
    private static final Contracts TIGHTER = contracts("2.0.0", "maxLength: 30");

    private final RivalCatalog catalog = RivalCatalog.empty();
    private final MemoryStore store = new MemoryStore();
    private final Databases databases = new Databases("test");
    private final List<ObjectNode> notices = new ArrayList<>();
    private NoticeTopic topic = (subject, notice) -> notices.add(notice);

    @Test
    void the_first_deployment_records_and_tells_of_every_dataset() {
        assertThat(deploy(FIRST).changes()).containsExactly("parcels (none) -> 1.2.3: compatible");

        assertThat(rows()).containsExactly("1 parcels null 1.2.3 compatible dataset new");
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.path("kind").asText()).isEqualTo("schema_changed");
            assertThat(notice.path("deployment").asInt()).isEqualTo(1);
            assertThat(notice.at("/changes/0/dataset").asText()).isEqualTo("parcels");
        });
        assertThat(records().get(0).getField("applied_at"))
                .isEqualTo(OffsetDateTime.ofInstant(NOON.instant(), ZoneOffset.UTC));
        assertThat(records().get(0).getField("contract_digest")).isEqualTo(FIRST.digest());
    }

    @Test
    void a_compatible_change_is_recorded_once_however_often_the_migration_runs() {
        deploy(FIRST);

        assertThat(deploy(LOOSER).changes()).containsExactly("parcels 1.2.3 -> 1.3.0: compatible");
        assertThat(deploy(LOOSER).changes()).isEmpty();

        assertThat(rows()).hasSize(2).last().isEqualTo("2 parcels 1.2.3 1.3.0 compatible sender.maxLength 40 -> 50");
        assertThat(notices).hasSize(2);
    }

    @Test
    void a_breaking_change_is_refused_told_of_and_leaves_all_as_it_was() {
        deploy(FIRST);

        assertThatThrownBy(() -> deploy(TIGHTER))
                .isInstanceOf(MigrationRefusedException.class)
                .hasMessageStartingWith("Cannot deploy contract parcels: sender.maxLength 40 -> 30");

        assertThat(rows()).hasSize(1);
        assertThat(notices.get(1).path("kind").asText()).isEqualTo("schema_refused");
        assertThat(notices.get(1).at("/reasons/0").asText()).contains("sender.maxLength 40 -> 30");
        assertThat(notices.get(1).at("/changes/0/verdict").asText()).isEqualTo("breaking");
        assertThat(deploy(FIRST).changes()).isEmpty();
    }

    @Test
    void a_refusal_stands_also_if_nobody_can_be_told() {
        deploy(FIRST);
        topic = (subject, notice) -> {
            throw new IllegalStateException("no topic");
        };

        assertThatThrownBy(() -> deploy(TIGHTER)).isInstanceOf(MigrationRefusedException.class);
    }

    @Test
    void a_break_that_is_listed_goes_through_and_is_recorded_as_one() {
        deploy(FIRST);
        String digest = Comparison.of(FIRST, TIGHTER).get(0).breakDigest();

        assertThat(deploy(TIGHTER, digest).changes()).containsExactly("parcels 1.2.3 -> 2.0.0: breaking");

        assertThat(rows()).last().isEqualTo("2 parcels 1.2.3 2.0.0 breaking sender.maxLength 40 -> 30");
    }

    @Test
    void a_deployment_can_be_taken_back() {
        deploy(FIRST);
        deploy(LOOSER);

        assertThat(deploy(FIRST).changes()).containsExactly("parcels 1.3.0 -> 1.2.3: rollback");

        assertThat(rows()).last().isEqualTo("3 parcels 1.3.0 1.2.3 rollback sender.maxLength 50 -> 40");
    }

    @Test
    void a_dataset_that_was_added_can_be_taken_back() {
        deploy(FIRST);
        Contracts two = Contracts.of(
                "test",
                Map.of(
                        "post/parcels.yaml",
                        Parcels.YAML,
                        "post/letters.yaml",
                        Parcels.YAML.replace("parcels", "letters")));
        deploy(two);

        assertThat(deploy(FIRST).changes()).containsExactly("letters 1.2.3 -> (none): rollback");
        assertThat(catalog.tableExists(TableIdentifier.of("test_silver", "letters_silver")))
                .isTrue();
    }

    @Test
    void comments_are_deployed_and_are_no_change() {
        deploy(FIRST);

        Contracts commented = Contracts.of("test", Map.of("post/parcels.yaml", "# new\n" + Parcels.YAML));
        assertThat(deploy(commented).changes()).isEmpty();

        assertThat(rows()).hasSize(1);
        assertThat(notices).hasSize(1);
        assertThat(history().deployed().orElseThrow().texts()).isEqualTo(commented.texts());
    }

    @Test
    void a_migration_that_is_cut_off_before_the_record_records_when_it_runs_again() {
        deploy(FIRST);
        new Migration(catalog, databases, "memory:/warehouse").apply(ContractTables.of(LOOSER));

        deploy(LOOSER);

        assertThat(rows()).hasSize(2);
    }

    @Test
    void a_record_whose_answer_was_lost_is_not_made_again_and_is_told_of() {
        deploy(FIRST);
        AtomicInteger lost = new AtomicInteger();
        catalog.afterNextCommit(() -> {
            lost.incrementAndGet();
            throw new IllegalStateException("connection reset");
        });

        assertThatThrownBy(() -> deploy(LOOSER)).hasMessageContaining("connection reset");
        deploy(LOOSER);

        assertThat(lost).hasValue(1);
        assertThat(rows()).hasSize(2);
        assertThat(notices).hasSize(2);
    }

    @Test
    void a_notice_that_could_not_be_sent_is_sent_by_the_next_migration() {
        topic = (subject, notice) -> {
            throw new IllegalStateException("no topic");
        };
        deploy(FIRST);
        topic = (subject, notice) -> notices.add(notice);

        deploy(FIRST);
        deploy(FIRST);

        assertThat(notices)
                .singleElement()
                .satisfies(
                        notice -> assertThat(notice.path("deployment").asInt()).isEqualTo(1));
    }

    @Test
    void of_two_migrations_at_once_one_records() {
        deploy(FIRST);
        catalog.beforeNextCommit(() -> deploy(LOOSER));

        assertThatThrownBy(() -> deploy(contracts("1.3.0", "maxLength: 60")))
                .hasMessageContaining("deployment 2 came in between");

        assertThat(rows()).hasSize(2);
        Table table = catalog.loadTable(HISTORY);
        assertThat(table.properties()).containsKey(SchemaHistory.NOTIFIED);
    }

    private ContractMigration.Outcome deploy(Contracts contracts, String... accepted) {
        return new ContractMigration(
                        new Migration(catalog, databases, "memory:/warehouse"),
                        history(),
                        new SchemaNotices("test", (subject, notice) -> topic.publish(subject, notice)),
                        Set.of(accepted),
                        NOON)
                .apply(contracts);
    }

    private SchemaHistory history() {
        return new SchemaHistory(
                catalog, databases, store, () -> UUID.randomUUID().toString());
    }

    private List<String> rows() {
        return records().stream()
                .map(row -> row.getField("deployment") + " " + row.getField("dataset") + " "
                        + row.getField("from_version") + " " + row.getField("to_version") + " "
                        + row.getField("verdict") + " " + row.getField("place") + " " + row.getField("change"))
                .sorted()
                .toList();
    }

    private List<Record> records() {
        List<Record> found = new ArrayList<>();
        try (var rows = IcebergGenerics.read(catalog.loadTable(HISTORY)).build()) {
            rows.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Contracts contracts(String version, String length) {
        return Contracts.of(
                "test",
                Map.of(
                        "post/parcels.yaml",
                        Parcels.YAML.replace("1.2.3", version).replace("maxLength: 40", length)));
    }
}

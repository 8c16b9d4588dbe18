package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.DataFileRef;
import io.millrace.lake.TablesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IcebergTablesTest {
    private static final String TABLE = "test_bronze.orders_bronze";
    private static final TableIdentifier ID = TableIdentifier.parse(TABLE);
    private static final Schema SCHEMA = new Schema(Types.NestedField.optional(1, "payload", Types.StringType.get()));

    private final RivalCatalog catalog = RivalCatalog.empty();
    private final IcebergTables tables = new IcebergTables(catalog);

    @BeforeEach
    void createTable() {
        catalog.createNamespace(Namespace.of("test_bronze"));
        catalog.createTable(ID, SCHEMA, PartitionSpec.unpartitioned(), Map.of("commit.retry.min-wait-ms", "1"));
    }

    @Test
    void a_table_without_a_mark_holds_fold_zero() {
        assertThat(tables.fold(TABLE)).isZero();
    }

    @Test
    void an_append_moves_files_and_mark_in_one_snapshot() {
        assertThat(tables.append(TABLE, 0, 3, files("a", "b"))).isTrue();

        assertThat(tables.fold(TABLE)).isEqualTo(3);
        assertThat(paths()).containsExactlyInAnyOrder("mem://a", "mem://b");
        assertThat(snapshots())
                .singleElement()
                .extracting(Snapshot::summary)
                .satisfies(summary -> assertThat(summary).containsEntry("millrace.fold", "3"));
    }

    @Test
    void a_fold_follows_the_one_that_the_table_holds() {
        assertThat(tables.append(TABLE, 0, 3, files("a"))).isTrue();
        assertThat(tables.append(TABLE, 3, 7, files("b"))).isTrue();

        assertThat(tables.fold(TABLE)).isEqualTo(7);
        assertThat(paths()).containsExactlyInAnyOrder("mem://a", "mem://b");
    }

    @Test
    void an_append_after_another_fold_than_the_table_holds_changes_nothing() {
        tables.append(TABLE, 0, 3, files("a"));

        assertThat(tables.append(TABLE, 0, 3, files("a"))).isFalse();
        assertThat(tables.append(TABLE, 2, 4, files("b"))).isFalse();
        assertThat(paths()).containsExactly("mem://a");
    }

    @Test
    void a_rival_that_commits_the_same_fold_first_wins() {
        catalog.beforeNextCommit(() -> tables.append(TABLE, 0, 1, files("a")));

        assertThat(tables.append(TABLE, 0, 1, files("a"))).isFalse();
        assertThat(paths()).containsExactly("mem://a");
        assertThat(tables.fold(TABLE)).isEqualTo(1);
    }

    @Test
    void a_rival_that_is_two_folds_ahead_wins() {
        catalog.beforeNextCommit(() -> {
            tables.append(TABLE, 0, 1, files("a"));
            tables.append(TABLE, 1, 2, files("b"));
        });

        assertThat(tables.append(TABLE, 0, 1, files("a"))).isFalse();
        assertThat(paths()).containsExactlyInAnyOrder("mem://a", "mem://b");
    }

    @Test
    void a_rival_still_wins_when_compaction_and_expiry_followed_it() {
        catalog.beforeNextCommit(() -> {
            tables.append(TABLE, 0, 1, files("a"));
            compact("compacted");
            expireAllButTheNewest();
        });

        assertThat(tables.append(TABLE, 0, 1, files("a"))).isFalse();
        assertThat(paths()).containsExactlyInAnyOrder("mem://a", "mem://compacted");
    }

    @Test
    void an_append_without_a_mark_in_between_does_not_disturb() {
        tables.append(TABLE, 0, 1, files("a"));
        catalog.beforeNextCommit(() -> compact("compacted"));

        assertThat(tables.append(TABLE, 1, 2, files("b"))).isTrue();
        assertThat(paths()).containsExactlyInAnyOrder("mem://a", "mem://compacted", "mem://b");
        assertThat(tables.fold(TABLE)).isEqualTo(2);
    }

    @Test
    void a_change_of_another_property_in_between_does_not_disturb() {
        catalog.beforeNextCommit(
                () -> table().updateProperties().set("comment", "hello").commit());

        assertThat(tables.append(TABLE, 0, 1, files("a"))).isTrue();
        assertThat(table().properties()).containsEntry("comment", "hello").containsEntry("millrace.fold", "1");
    }

    @Test
    void expiry_of_all_marked_snapshots_does_not_disturb_the_next_append() {
        tables.append(TABLE, 0, 1, files("a"));
        compact("compacted");
        expireAllButTheNewest();

        assertThat(tables.append(TABLE, 1, 2, files("b"))).isTrue();
    }

    @Test
    void expiry_in_between_that_hides_the_loaded_snapshot_ends_the_attempt_and_the_next_one_succeeds() {
        tables.append(TABLE, 0, 1, files("a"));
        catalog.beforeNextCommit(() -> {
            compact("compacted");
            expireAllButTheNewest();
        });

        assertThatThrownBy(() -> tables.append(TABLE, 1, 2, files("b")))
                .isInstanceOf(TablesException.class)
                .rootCause()
                .hasMessageContaining("not in its history any more");
        assertThat(tables.fold(TABLE)).isEqualTo(1);
        assertThat(tables.append(TABLE, 1, 2, files("b"))).isTrue();
    }

    @Test
    void a_table_that_was_rolled_back_takes_nothing_more() {
        tables.append(TABLE, 0, 1, files("a"));
        long first = table().currentSnapshot().snapshotId();
        tables.append(TABLE, 1, 2, files("b"));
        table().manageSnapshots().rollbackTo(first).commit();

        assertThatThrownBy(() -> tables.append(TABLE, 2, 3, files("c")))
                .isInstanceOf(TablesException.class)
                .rootCause()
                .hasMessage(
                        "Cannot append to test_bronze.orders_bronze: its mark is fold 2 and its newest marked snapshot"
                                + " fold 1");
    }

    @Test
    void after_an_unknown_outcome_the_table_tells_what_stands() {
        catalog.afterNextCommit(() -> {
            throw new CommitStateUnknownException(new RuntimeException("connection reset"));
        });

        assertThatThrownBy(() -> tables.append(TABLE, 0, 1, files("a"))).isInstanceOf(TablesException.class);
        assertThat(tables.fold(TABLE)).isEqualTo(1);
        assertThat(paths()).containsExactly("mem://a");
        assertThat(tables.append(TABLE, 0, 1, files("a"))).isFalse();
    }

    @Test
    void a_table_that_does_not_exist_is_an_error() {
        assertThatThrownBy(() -> tables.fold("test_bronze.nothing"))
                .isInstanceOf(TablesException.class)
                .hasMessage("Cannot load table test_bronze.nothing");
    }

    private static List<DataFileRef> files(String... names) {
        List<DataFileRef> files = new ArrayList<>();
        for (String name : names) {
            String json = DataFileJson.write(dataFile(name), PartitionSpec.unpartitioned());
            files.add(new DataFileRef(TABLE, "mem://" + name, 1, 10, json));
        }
        return files;
    }

    private static DataFile dataFile(String name) {
        return DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath("mem://" + name)
                .withFormat("parquet")
                .withRecordCount(1)
                .withFileSizeInBytes(10)
                .build();
    }

    private Table table() {
        return catalog.loadTable(ID);
    }

    private void compact(String name) {
        table().newAppend().appendFile(dataFile(name)).commit();
    }

    private void expireAllButTheNewest() {
        table().expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
    }

    private List<Snapshot> snapshots() {
        List<Snapshot> snapshots = new ArrayList<>();
        table().snapshots().forEach(snapshots::add);
        return snapshots;
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        try (var tasks = table().newScan().planFiles()) {
            tasks.forEach(task -> paths.add(task.file().location()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return paths;
    }
}

package io.millrace.local.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.result.ResultColumn;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;

class DdlTest {
    private static final TableName TABLE = new TableName("d", "t");

    private final StatementWorld world = new StatementWorld();

    @Test
    void describeWritesWhatAthenaWritesForAnIcebergTable() throws Exception {
        world.run("describe `d`.`t`");

        assertThat(world.names()).containsExactly("col_name", "data_type", "comment");
        assertThat(world.lines())
                .containsExactly(
                        "# Table schema:\t\t",
                        "# col_name\tdata_type\tcomment",
                        "id\tbigint\tkey",
                        "at\ttimestamp with time zone\t",
                        "m\tmap<string, int>\t",
                        "\t\t",
                        "# Partition spec:\t\t",
                        "# field_name\tfield_transform\tcolumn_name",
                        "at_day\tday\tat",
                        "id_bucket\tbucket[4]\tid");
    }

    @Test
    void showCreateTableMakesTheSameTableAgain() throws Exception {
        world.run("show create table t");
        String create = String.join("\n", world.lines());

        world.run(create.replace("d.t", "d.u"));

        assertThat(create).isEqualTo("""
                CREATE TABLE d.t (
                  `id` bigint COMMENT 'key',
                  `at` timestamp with time zone,
                  `m` map<string, int>)
                PARTITIONED BY (day(`at`), bucket(4, `id`))
                LOCATION 's3://out/t'
                TBLPROPERTIES (
                  'table_type'='iceberg',
                  'format'='parquet',
                  'write_compression'='zstd',
                  'vacuum_max_snapshot_age_seconds'='60'
                )""");
        Table twin = world.catalog().table(new TableName("d", "u"));
        assertThat(twin.schema().asStruct())
                .isEqualTo(world.catalog().table(TABLE).schema().asStruct());
        assertThat(twin.spec().toString())
                .isEqualTo(world.catalog().table(TABLE).spec().toString());
    }

    @Test
    void columnsAndPropertiesChange() throws Exception {
        world.run("alter table t add columns (a int comment 'new', s struct<x: array<string>>)");
        world.run("alter table t change column a b bigint first");
        world.run("alter table t drop column m");
        world.run("alter table t set tblproperties ('k' = 'v', 'write_compression' = 'GZIP')");
        world.run("alter table t unset tblproperties ('vacuum_max_snapshot_age_seconds')");

        Table table = world.catalog().table(TABLE);
        assertThat(table.schema().asStruct().toString())
                .isEqualTo("struct<6: b: optional long (new), 1: id: optional long (key),"
                        + " 2: at: optional timestamptz, 7: s: optional struct<8: x: optional list<string>>>");
        assertThat(table.properties())
                .containsEntry("k", "v")
                .containsEntry("write.parquet.compression-codec", "gzip")
                .doesNotContainKey("vacuum_max_snapshot_age_seconds");
        assertThat(world.store()
                        .table("d", "t")
                        .at("/StorageDescriptor/Columns/0/Type")
                        .asText())
                .isEqualTo("bigint");
    }

    @Test
    void aChangeThatReadersCouldNotFollowIsRefused() {
        assertThatThrownBy(() -> world.run("alter table t change column id id string"))
                .isInstanceOf(EngineException.class)
                .hasMessage("Cannot change column type: id: long -> string");
        assertThatThrownBy(() -> world.run("alter table nope drop column id"))
                .isInstanceOf(EngineException.class)
                .hasMessage("Table 'd.nope' does not exist");
    }

    @Test
    void aTableThatIsThereIsMadeOnlyWhenItNeedNotBe() throws Exception {
        String rest = "t (x int) location 's3://out/x' tblproperties ('table_type' = 'iceberg')";
        world.run("create table if not exists " + rest);
        assertThat(world.catalog().table(TABLE).schema().columns()).hasSize(3);
        assertThatThrownBy(() -> world.run("create table " + rest)).hasMessage("Table 'd.t' already exists");
    }

    @Test
    void propertiesAreShownInAthenasNames() throws Exception {
        world.run("show tblproperties t");
        assertThat(world.lines())
                .containsExactly(
                        "table_type\ticeberg",
                        "format\tparquet",
                        "write_compression\tzstd",
                        "vacuum_max_snapshot_age_seconds\t60");

        world.run("show tblproperties t ('format')");
        assertThat(world.lines()).containsExactly("parquet");
    }

    @Test
    void maintenanceIsInTheEnginesWords() throws Exception {
        world.columns(new ResultColumn("rows", "bigint"));

        world.run("optimize t rewrite data using bin_pack where id > 1");
        world.run("vacuum t");

        assertThat(world.ran())
                .containsExactly(
                        "ALTER TABLE \"d\".\"t\" EXECUTE optimize where id > 1",
                        "ALTER TABLE \"d\".\"t\" EXECUTE expire_snapshots(retention_threshold => '60s')",
                        "ALTER TABLE \"d\".\"t\" EXECUTE remove_orphan_files(retention_threshold => '7d')");
    }

    @Test
    void namesAreFoundByHivesPatterns() throws Exception {
        world.run("show tables");
        assertThat(world.lines()).containsExactly("t");
        world.run("show tables in d like 'x|T*'");
        assertThat(world.lines()).containsExactly("t");
        world.run("show tables 'u*'");
        assertThat(world.lines()).isEmpty();
        world.run("show columns from t");
        assertThat(world.lines()).containsExactly("id", "at", "m");
    }

    @Test
    void preparedStatementsTakeTheirParametersFromEitherPlace() throws Exception {
        world.columns(new ResultColumn("x", "integer"));
        world.run("prepare q from select ? x");

        world.run("execute q using 1");
        world.run("execute q", "2");
        world.run("deallocate prepare q");

        assertThat(world.ran()).containsExactly("execute q using 1", "execute q USING 2");
        assertThat(world.engine().ran.element().prepared()).containsEntry("q", "select ? x");
        assertThatThrownBy(() -> world.run("execute q")).isInstanceOf(EngineException.class);
    }
}

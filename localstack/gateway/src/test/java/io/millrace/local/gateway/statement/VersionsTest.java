package io.millrace.local.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.result.ResultColumn;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private final StatementWorld world = new StatementWorld();
    private long first;

    @BeforeEach
    void tagTheFirstOfTwoSnapshots() throws Exception {
        world.columns(new ResultColumn("x", "integer"));
        world.run("create table u (id bigint) location 's3://out/u' tblproperties ('table_type' = 'iceberg')");
        Table table = world.catalog().table(new TableName("d", "u"));
        append(table, "a");
        first = table.currentSnapshot().snapshotId();
        table.manageSnapshots().createTag("it's early", first).commit();
        append(table, "b");
    }

    @Test
    void aTagBecomesTheSnapshotThatItPointsTo() throws Exception {
        world.run("select 'ü' x,\n  (select max(id) from d.u for version as of 'main') y\nfrom u for version as of"
                + " 'it''s early' where 'it''s early' <> ''");

        long newest =
                world.catalog().table(new TableName("d", "u")).currentSnapshot().snapshotId();
        assertThat(world.ran())
                .containsExactly("select 'ü' x,\n  (select max(id) from d.u for version as of " + newest
                        + ") y\nfrom u for version as of " + first + " where 'it''s early' <> ''");
    }

    @Test
    void aPreparedStatementsTagIsFoundWhenItIsExecuted() throws Exception {
        world.run("prepare q from select * from u for version as of 'it''s early' where id = ?");

        world.run("execute q using 1");

        assertThat(world.engine().ran.element().prepared())
                .containsEntry("q", "select * from u for version as of " + first + " where id = ?");
    }

    @Test
    void aSnapshotsIdAndATimeAreTheEngines() throws Exception {
        String sql = "select * from u for version as of 7, t for timestamp as of timestamp '2026-01-01 00:00:00 UTC'";

        world.run(sql);

        assertThat(world.ran()).containsExactly(sql);
    }

    @Test
    void aTagThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> world.run("select * from u for version as of 'nope'"))
                .hasMessage("Cannot find snapshot with reference name: nope; table d.u has [it's early, main]");
        assertThatThrownBy(() -> world.run("create view v as select * from u for version as of 'main'"))
                .hasMessage("Cannot keep a tag's name in a view here; name the snapshot by its id");
    }

    private static void append(Table table, String file) {
        table.newAppend()
                .appendFile(DataFiles.builder(table.spec())
                        .withPath("s3://out/u/" + file + ".parquet")
                        .withFileSizeInBytes(1)
                        .withRecordCount(1)
                        .build())
                .commit();
    }
}

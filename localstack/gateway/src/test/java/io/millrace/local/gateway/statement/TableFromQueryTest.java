package io.millrace.local.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.local.gateway.engine.FakeEngine;
import io.millrace.local.gateway.result.ResultColumn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFromQueryTest {
    private final StatementWorld world = new StatementWorld();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "create table t as select 1 x | CREATE TABLE \"d\".\"t\" WITH (location = 's3://out/tables/id') AS SELECT 1 x",
                "create table if not exists d.t with (format = 'PARQUET', write_compression = 'SNAPPY', external_location = 's3://b/k') as select 1 x"
                        + " | CREATE TABLE IF NOT EXISTS \"d\".\"t\" WITH (format = 'PARQUET', location = 's3://b/k') AS SELECT 1 x",
                "create table t with (table_type = 'ICEBERG', is_external = false, location = 's3://b/k') as select 1 x"
                        + " | CREATE TABLE \"d\".\"t\" WITH (location = 's3://b/k') AS SELECT 1 x",
                "create table t with (table_type = 'iceberg', partitioning = array['day(at)']) as select 1 x"
                        + " | CREATE TABLE \"d\".\"t\" WITH (partitioning = ARRAY['day(at)']) AS SELECT 1 x",
                "create table t with (partitioned_by = array['x'], location = 'l') as select 1 x with no data"
                        + " | CREATE TABLE \"d\".\"t\" WITH (partitioning = ARRAY['x'], location = 'l') AS SELECT 1 x WITH NO DATA",
            })
    void athenasPropertiesBecomeTheEngines(String sql, String expected) throws Exception {
        world.columns(new ResultColumn("x", "integer"));

        world.run(sql);

        assertThat(world.ran()).element(1).asString().isEqualToNormalizingWhitespace(expected);
    }

    @Test
    void whatAnIcebergTableCannotHoldBecomesTheNearestThatItCan() throws Exception {
        world.columns(
                new ResultColumn("a", "smallint"),
                new ResultColumn("b", "map(varchar, timestamp(3) with time zone)"),
                new ResultColumn("c", "varchar(3)"),
                new ResultColumn("d", "row(x char(2), y array(json))"));

        world.run("create table t as select * from u");

        assertThat(world.ran()).element(1).asString().isEqualToNormalizingWhitespace("""
                        CREATE TABLE "d"."t" WITH (location = 's3://out/tables/id') AS
                        SELECT CAST("a" AS integer) AS "a",
                        CAST("b" AS map(varchar, timestamp(6) with time zone)) AS "b",
                        "c",
                        CAST("d" AS row(x varchar, y array(varchar))) AS "d"
                        FROM (SELECT * FROM u )
                        """.replace(",\n", ", "));
    }

    @Test
    void theFilesAreThoseOfTheNewTable() throws Exception {
        world.columns(new ResultColumn("x", "integer"));
        world.engine()
                .answer(
                        "SELECT file_path FROM \"d\".\"t$files\"",
                        new FakeEngine.Answer(
                                List.of(new ResultColumn("file_path", "varchar")),
                                List.of(List.of("s3://out/f.parquet")),
                                null,
                                0));

        assertThat(world.run("create table t as select 1 x").files()).containsExactly("s3://out/f.parquet");
    }
}

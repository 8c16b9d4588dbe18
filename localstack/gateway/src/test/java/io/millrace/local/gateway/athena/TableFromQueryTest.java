package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.tree.CreateTableAsSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFromQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "create table t as select 1 x | CREATE TABLE t WITH ( location = 's3://out/tables/id' ) AS SELECT 1 x",
                "create table d.t with (format = 'PARQUET', write_compression = 'SNAPPY', external_location = 's3://b/k') as select 1 x"
                        + " | CREATE TABLE d.t WITH ( format = 'PARQUET', location = 's3://b/k' ) AS SELECT 1 x",
                "create table t with (table_type = 'ICEBERG', is_external = false, location = 's3://b/k') as select 1 x"
                        + " | CREATE TABLE t WITH ( location = 's3://b/k' ) AS SELECT 1 x",
                "create table t with (table_type = 'iceberg', partitioning = array['day(at)']) as select 1 x"
                        + " | CREATE TABLE t WITH ( partitioning = ARRAY['day(at)'] ) AS SELECT 1 x",
                "create table t with (partitioned_by = array['x'], location = 'l') as select 1 x with no data"
                        + " | CREATE TABLE t WITH ( partitioning = ARRAY['x'], location = 'l' ) AS SELECT 1 x WITH NO DATA",
            })
    void athenasPropertiesBecomeTheEngines(String sql, String expected) throws AthenaException {
        assertThat(TableFromQuery.engineSql(create(sql), "s3://out/tables/id"))
                .isEqualToNormalizingWhitespace(expected);
    }

    @Test
    void theFilesAreThoseOfTheNewTable() throws AthenaException {
        assertThat(TableFromQuery.filesSql(create("create table \"d\".\"t_1\" as select 1 x")))
                .isEqualTo("SELECT file_path FROM \"d\".\"t_1$files\"");
    }

    private static CreateTableAsSelect create(String sql) throws AthenaException {
        return (CreateTableAsSelect) Statement.parse(sql).tree();
    }
}

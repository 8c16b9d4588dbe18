package io.millrace.local.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "SELECT 1;                                              | DML     | SELECT                 | ROWS",
                "with t as (select 1 x) select x from t -- end          | DML     | SELECT                 | ROWS",
                "values 1                                               | DML     | SELECT                 | ROWS",
                "EXECUTE q USING 1                                      | DML     | EXECUTE                | ROWS",
                "PREPARE q FROM select ?                                | DDL     | PREPARE                | TEXT",
                "deallocate prepare q                                   | DDL     | DEALLOCATE             | TEXT",
                "insert into t select 1                                 | DML     | INSERT                 | ADDED",
                "delete from t where a = 1                              | DML     | DELETE                 | CHANGED",
                "update t set a = 1                                     | DML     | UPDATE                 | CHANGED",
                "create table t as select 1 x                           | DDL     | CREATE_TABLE_AS_SELECT | TABLE",
                "create table t (x bigint)                              | DDL     | CREATE_TABLE           | TEXT",
                "create table t (x int) location 's3://b/t' tblproperties ('table_type' = 'iceberg') | DDL | CREATE_TABLE | TEXT",
                "create or replace view v as select 1 x                 | DDL     | CREATE_VIEW            | TEXT",
                "create database if not exists d                        | DDL     | CREATE_DATABASE        | TEXT",
                "create schema d with (location = 's3://b/d')           | DDL     | CREATE_DATABASE        | TEXT",
                "DROP DATABASE d cascade                                | DDL     | DROP_DATABASE          | TEXT",
                "drop table if exists `d`.`t`                           | DDL     | DROP_TABLE             | TEXT",
                "alter table t add columns (a int, b string comment 'c') | DDL    | ALTER_TABLE_ADD_COLUMNS | TEXT",
                "alter table t change column a b bigint after c         | DDL     | ALTER_TABLE_CHANGE_COLUMN | TEXT",
                "alter table t drop column a                            | DDL     | ALTER_TABLE_DROP_COLUMN | TEXT",
                "alter table t set tblproperties (\"k\" = \"v\")         | DDL     | ALTER_TABLE_SET_TBLPROPERTIES | TEXT",
                "alter table t unset tblproperties ('k')                | DDL     | ALTER_TABLE_UNSET_TBLPROPERTIES | TEXT",
                "alter table t execute optimize                         | DDL     | TABLE_EXECUTE          | TEXT",
                "optimize t rewrite data using bin_pack where a = 1     | DML     | OPTIMIZE               | TEXT",
                "vacuum d.t                                             | DML     | VACUUM                 | TEXT",
                "unload (select (1) x) to 's3://b/x' with (format = 'PARQUET', partitioned_by = array['x']) | DML | UNLOAD | FILES",
                "SHOW DATABASES like 'a*'                               | UTILITY | SHOW_DATABASES         | TEXT",
                "show tables in d 'a*'                                | UTILITY | SHOW_TABLES            | TEXT",
                "show views                                             | UTILITY | SHOW_VIEWS             | TEXT",
                "show columns in t in d                                 | UTILITY | SHOW_COLUMNS           | TEXT",
                "show create table awsdatacatalog.d.t                   | UTILITY | SHOW_CREATE_TABLE      | TEXT",
                "show create view v                                     | UTILITY | SHOW_CREATE_VIEW       | TEXT",
                "show tblproperties t ('format')                        | UTILITY | SHOW_TABLE_PROPERTIES  | TEXT",
                "show functions                                         | UTILITY | SHOW_FUNCTIONS         | TEXT",
                "desc formatted t                                       | UTILITY | DESCRIBE_TABLE         | TEXT",
                "explain select 1                                       | DML     | EXPLAIN                | PLAN",
            })
    void aStatementHasAthenasNames(String sql, StatementType type, String substatement, ResultKind result)
            throws SyntaxException {
        Statement statement = StatementParser.parse(sql);

        assertThat(statement.type()).isEqualTo(type);
        assertThat(statement.substatement()).isEqualTo(substatement);
        assertThat(statement.result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "selec 1                                  | line 1:1: mismatched input 'selec'",
                "vacuum t now                             | line 1:10: mismatched input 'now'. Expecting: <EOF>",
                "optimize t                               | Unexpected end of the statement. Expecting: REWRITE DATA USING BIN_PACK",
                "msck repair table t                      | MSCK REPAIR TABLE is for Hive tables.",
                "show partitions t                        | SHOW PARTITIONS is for Hive tables. Of an Iceberg table, SELECT * FROM \"t$partitions\"",
                "create external table t (a int)          | CREATE EXTERNAL TABLE makes a Hive table",
                "create table t (a int) stored as parquet location 's3://b/t' | ROW FORMAT, STORED AS and SERDEPROPERTIES make a Hive table",
                "create table t (a int) partitioned by (a) | No location was specified for table. An S3 location must be specified",
                "create table t (a string) location 's3://b/t' | The local Athena has Iceberg tables only: add TBLPROPERTIES",
                "create table t (a varchar) location 's3://b/t' tblproperties ('table_type'='iceberg') | Type varchar is not supported in Iceberg tables; use string",
                "create table t (a int) partitioned by (day(a)) location 's3://b/t' tblproperties ('table_type'='iceberg') | Cannot partition the table so: ",
                "create table t (a int) partitioned by (week(a)) location 's3://b/t' tblproperties ('table_type'='iceberg') | Partition transform week is not known",
                "alter table t add partition (a = 1)      | This form of ALTER TABLE is for Hive tables.",
                "alter table t set location 's3://b/t'    | This form of ALTER TABLE is for Hive tables.",
                "describe other.d.t                       | Catalog other was not found",
                "select * from t for system_time as of now() | line 1:21: mismatched input 'system_time'",
            })
    void whatCannotBeRunIsRefusedAndSaysWhy(String sql, String message) {
        assertThatThrownBy(() -> StatementParser.parse(sql))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith(message);
    }
}

package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1;                               | DML     | SELECT                 | true  | SELECT 1",
                "with t as (select 1 x) select x from t  | DML     | SELECT                 | true  | with t as (select 1 x) select x from t",
                "values 1                                | DML     | SELECT                 | true  | values 1",
                "EXECUTE q USING 1                       | DML     | EXECUTE                | true  | EXECUTE q USING 1",
                "insert into t select 1                  | DML     | INSERT                 | false | insert into t select 1",
                "delete from t where a = 1               | DML     | DELETE                 | false | delete from t where a = 1",
                "create table t as select 1 x            | DDL     | CREATE_TABLE_AS_SELECT | false | create table t as select 1 x",
                "create database if not exists d         | DDL     | CREATE_DATABASE        | false | create SCHEMA if not exists d",
                "DROP DATABASE d                         | DDL     | DROP_DATABASE          | false | DROP SCHEMA d",
                "drop table t                            | DDL     | DROP_TABLE             | false | drop table t",
                "SHOW DATABASES                          | UTILITY | SHOW_DATABASES         | false | SHOW SCHEMAS",
                "show tables in d                        | UTILITY | SHOW_TABLES            | false | show tables in d",
                "explain select 1                        | UTILITY | EXPLAIN                | false | explain select 1",
            })
    void aQueryIsClassifiedAndPutInTheEnginesWords(
            String sql, StatementType type, String substatement, boolean selects, String engineSql)
            throws AthenaException {
        Statement statement = Statement.parse(sql);

        assertThat(statement.type()).isEqualTo(type);
        assertThat(statement.substatement()).isEqualTo(substatement);
        assertThat(statement.selects()).isEqualTo(selects);
        assertThat(statement.engineSql()).isEqualTo(engineSql);
    }

    @Test
    void whatIsNoSqlIsRefusedWithTheParsersWords() {
        assertThatThrownBy(() -> Statement.parse("selec 1"))
                .isInstanceOf(AthenaException.class)
                .hasMessageStartingWith("line 1:1: mismatched input 'selec'");
    }
}

package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.engine.FakeEngine;
import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryResultsTest extends AthenaApiWorld {
    @Test
    void resultsBeginWithTheColumnNamesAndComeInPages() throws IOException {
        engine.start();
        String id = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        end(id);

        JsonNode first = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "','MaxResults':2}");
        JsonNode second = ok(
                "GetQueryResults",
                "{'QueryExecutionId':'" + id + "','MaxResults':2,'NextToken':'"
                        + first.path("NextToken").asText() + "'}");

        assertThat(first.at("/ResultSet/Rows").toString())
                .isEqualTo("[{\"Data\":[{\"VarCharValue\":\"id\"},{\"VarCharValue\":\"name\"}]},"
                        + "{\"Data\":[{\"VarCharValue\":\"1\"},{\"VarCharValue\":\"a\"}]}]");
        assertThat(second.at("/ResultSet/Rows").toString()).isEqualTo("[{\"Data\":[{\"VarCharValue\":\"2\"},{}]}]");
        assertThat(second.has("NextToken")).isFalse();
        assertThat(first.at("/ResultSet/ResultSetMetadata/ColumnInfo/0/Type").asText())
                .isEqualTo("bigint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'MaxResults':0}      | MaxResults must be from 1 to 1000: 0",
                "{'MaxResults':1001}   | MaxResults must be from 1 to 1000: 1001",
                "{'NextToken':'b3RoZXJAMQ'} | Cannot use NextToken here: it was given for another request",
            })
    void pagesThatCannotBeAreRefused(String request, String message) throws IOException {
        engine.start();
        String id = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        end(id);

        assertThat(refused("GetQueryResults", "{'QueryExecutionId':'" + id + "'," + request.substring(1)))
                .isEqualTo("InvalidRequestException: " + message);
    }

    @Test
    void showGivesRowsWithoutNamesAndAPlainFile() throws IOException {
        engine.start();
        store.answer(
                "AWSGlue.GetTables", "{\"DatabaseName\":\"d\"}", "{\"TableList\":[{\"Name\":\"u\"},{\"Name\":\"t\"}]}");

        String id = start("{'QueryString':'show tables in d','WorkGroup':'wg'}");

        assertThat(end(id).path("StatementType").asText()).isEqualTo("UTILITY");
        JsonNode results = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}");
        assertThat(results.at("/ResultSet/Rows/0/Data/0/VarCharValue").asText()).isEqualTo("t");
        assertThat(results.at("/ResultSet/ResultSetMetadata/ColumnInfo/0/Name").asText())
                .isEqualTo("tab_name");
        assertThat(store.objects()).containsEntry("results/" + id + ".txt", "t\nu\n");
    }

    @Test
    void anInsertCountsItsRows() throws Exception {
        engine.start();
        table("default", "t");
        engine.answer(
                "insert into t values (1)",
                new FakeEngine.Answer(List.of(new ResultColumn("rows", "bigint")), List.of(List.of(7L)), 7L, 0));

        String id = start("{'QueryString':'insert into t values (1)','WorkGroup':'wg'}");
        end(id);

        JsonNode results = ok("GetQueryResults", "{'QueryExecutionId':'" + id + "'}");
        assertThat(results.path("UpdateCount").asLong()).isEqualTo(7);
        assertThat(results.at("/ResultSet/Rows")).isEmpty();
    }

    @Test
    void aTableFromAQueryListsItsFiles() throws Exception {
        engine.start();
        engine.answer(
                "SELECT file_path FROM \"d\".\"t$files\"",
                new FakeEngine.Answer(
                        List.of(new ResultColumn("file_path", "varchar")), List.of(List.of("s3://out/f")), null, 0));
        engine.answerAll(
                "SELECT * FROM (SELECT",
                new FakeEngine.Answer(List.of(new ResultColumn("x", "integer")), List.of(), null, 0));
        engine.answerAll(
                "CREATE TABLE \"d\".\"t\"",
                new FakeEngine.Answer(List.of(new ResultColumn("rows", "bigint")), List.of(List.of(3L)), 3L, 0));
        table("d", "t");

        String id = start("{'QueryString':'create table d.t as select 1 x','WorkGroup':'wg'}");

        JsonNode query = end(id);
        assertThat(query.path("StatementType").asText()).isEqualTo("DDL");
        assertThat(query.at("/Statistics/DataManifestLocation").asText())
                .isEqualTo("s3://out/results/tables/" + id + "-manifest.csv");
        assertThat(store.objects()).containsEntry("results/tables/" + id + "-manifest.csv", "s3://out/f\n");
    }
}

package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.engine.FakeEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AthenaApiTest extends AthenaApiWorld {
    @Test
    void databaseParametersAndPreparedStatementsReachTheEngine() throws Exception {
        engine.start();
        store.answer(
                "AmazonAthena.GetPreparedStatement",
                "{\"StatementName\":\"byid\",\"WorkGroup\":\"wg\"}",
                "{\"PreparedStatement\":{\"QueryStatement\":\"select * from t where id = ?\"}}");
        engine.answer("execute byid using 1", new FakeEngine.Answer(TWO_COLUMNS, List.of(), null, 0));

        end(start("{'QueryString':'select * from t','WorkGroup':'wg','ExecutionParameters':['1'],"
                + "'QueryExecutionContext':{'Database':'`Local_silver`','Catalog':'AwsDataCatalog'}}"));
        end(start("{'QueryString':'execute byid using 1','WorkGroup':'wg'}"));

        assertThat(engine.ran.take()).extracting("schema", "parameters").containsExactly("local_silver", List.of("1"));
        assertThat(engine.ran.take().prepared()).containsEntry("byid", "select * from t where id = ?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'QueryString':'select 1','WorkGroup':'none'} | WorkGroup none is not found.",
                "{'QueryString':'select 1','WorkGroup':'off'}  | WorkGroup off is disabled.",
                "{'QueryString':'select 1','WorkGroup':'bare'} | No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.",
                "{'WorkGroup':'wg'}                            | QueryString must have 1 to 262144 characters",
                "{'QueryString':'select 1','WorkGroup':'wg','QueryExecutionContext':{'Catalog':'other'}} | Catalog other was not found; this account has AwsDataCatalog",
                "{'QueryString':'execute q','WorkGroup':'wg'}  | PreparedStatement q was not found in workGroup wg",
            })
    void aQueryThatCannotStartIsRefused(String request, String message) throws IOException {
        store.workgroup("off", "DISABLED", OPEN);
        store.workgroup("bare", "ENABLED", "{}");

        assertThat(refused("StartQueryExecution", request)).isEqualTo("InvalidRequestException: " + message);
    }

    @Test
    void aTokenStartsOneQuery() throws IOException {
        String request = "{'QueryString':'select * from t','WorkGroup':'wg','ClientRequestToken':'token'}";

        String id = start(request);

        assertThat(start(request)).isEqualTo(id);
        assertThat(refused("StartQueryExecution", request.replace("* from t", "1")))
                .isEqualTo("InvalidRequestException: Idempotent parameters do not match");
    }

    @Test
    void queriesAreListedByWorkgroupNewestFirstInPages() throws IOException {
        store.workgroup("other", "ENABLED", OPEN);
        String first = start("{'QueryString':'select * from t','WorkGroup':'wg'}");
        start("{'QueryString':'select * from t','WorkGroup':'other'}");
        String second = start("{'QueryString':'select * from t','WorkGroup':'wg'}");

        JsonNode page = ok("ListQueryExecutions", "{'WorkGroup':'wg','MaxResults':1}");
        JsonNode rest = ok(
                "ListQueryExecutions",
                "{'WorkGroup':'wg','NextToken':'" + page.path("NextToken").asText() + "'}");
        JsonNode batch = ok("BatchGetQueryExecution", "{'QueryExecutionIds':['" + first + "','unknown']}");

        assertThat(page.at("/QueryExecutionIds/0").asText()).isEqualTo(second);
        assertThat(rest.at("/QueryExecutionIds/0").asText()).isEqualTo(first);
        assertThat(rest.has("NextToken")).isFalse();
        assertThat(batch.at("/QueryExecutions/0/QueryExecutionId").asText()).isEqualTo(first);
        assertThat(batch.at("/UnprocessedQueryExecutionIds/0/QueryExecutionId").asText())
                .isEqualTo("unknown");
    }

    @Test
    void metadataComesFromTheGlueCatalog() throws IOException {
        store.answer(
                "AWSGlue.GetTable",
                "{\"DatabaseName\":\"d\",\"Name\":\"t\"}",
                "{\"Table\":{\"Name\":\"t\",\"TableType\":\"EXTERNAL_TABLE\",\"Parameters\":{\"table_type\":\"ICEBERG\"},"
                        + "\"StorageDescriptor\":{\"Columns\":[{\"Name\":\"id\",\"Type\":\"bigint\",\"Parameters\":{}}]}}}");

        JsonNode table = ok("GetTableMetadata", "{'CatalogName':'AwsDataCatalog','DatabaseName':'d','TableName':'t'}");

        assertThat(table.at("/TableMetadata/Columns").toString()).isEqualTo("[{\"Name\":\"id\",\"Type\":\"bigint\"}]");
        assertThat(table.at("/TableMetadata/Parameters/table_type").asText()).isEqualTo("ICEBERG");
        assertThat(refused("GetTableMetadata", "{'CatalogName':'AwsDataCatalog','DatabaseName':'d','TableName':'u'}"))
                .startsWith("MetadataException: EntityNotFoundException");
    }

    @Test
    void whatIsNotHereIsRefusedByName() throws IOException {
        assertThat(refused("StartSession", "{}"))
                .isEqualTo("UnsupportedOperationException: Cannot answer AmazonAthena.StartSession:"
                        + " the local Athena does not have it");
        assertThat(AthenaApi.keptByStore("StartSession")).isFalse();
        assertThat(AthenaApi.keptByStore("CreateWorkGroup")).isTrue();
    }

    @Test
    void aRequestThatIsNoJsonIsRefused() throws IOException {
        assertThat(refused("GetQueryExecution", "{nonsense")).startsWith("SerializationException");
        assertThat(refused("GetQueryExecution", "[]")).startsWith("SerializationException");
    }
}

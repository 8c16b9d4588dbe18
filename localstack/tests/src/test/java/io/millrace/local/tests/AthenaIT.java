package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.s3.S3Client;

/** Athena's API as the AWS SDK speaks it; makes a database, a bucket and a workgroup of its own and removes what it can. */
@ExtendWith(LocalPlatform.class)
@Timeout(300)
class AthenaIT {
    private static final String NAME =
            "gateway_it_" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
    private static final String BUCKET = NAME.replace('_', '-');

    private static AthenaClient athena;
    private static S3Client s3;

    @BeforeAll
    static void open() throws InterruptedException {
        String endpoint = LocalPlatform.millrace("outputs")
                .succeeded()
                .json()
                .get("awsEndpoint")
                .asText();
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        athena = AthenaClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        s3 = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        s3.createBucket(bucket -> bucket.bucket(BUCKET));
        athena.createWorkGroup(workgroup -> workgroup
                .name(NAME)
                .configuration(configuration -> configuration
                        .enforceWorkGroupConfiguration(true)
                        .resultConfiguration(result -> result.outputLocation("s3://" + BUCKET + "/results/"))));
        run("CREATE SCHEMA " + NAME + " WITH (location = 's3://" + BUCKET + "/warehouse/')");
        run("CREATE TABLE events (id bigint, at timestamp(6) with time zone, body varbinary, price decimal(10, 2))"
                + " WITH (partitioning = ARRAY['day(at)'])");
        run("INSERT INTO events VALUES (1, TIMESTAMP '2026-01-01 00:00:00.000001 UTC', X'6869', 1.10),"
                + " (2, NULL, NULL, NULL)");
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (athena != null) {
            run("DROP TABLE events");
            run("DROP SCHEMA " + NAME);
            athena.deleteWorkGroup(workgroup -> workgroup.workGroup(NAME).recursiveDeleteOption(true));
            athena.close();
            s3.close();
        }
    }

    @Test
    void rowsComeAsAthenaWritesThem() throws InterruptedException {
        QueryExecution query = run("SELECT * FROM events ORDER BY id");
        GetQueryResultsResponse results = results(query);

        assertThat(results.resultSet().rows().stream().map(AthenaIT::texts))
                .containsExactly(
                        List.of("id", "at", "body", "price"),
                        List.of("1", "2026-01-01 00:00:00.000001 UTC", "68 69", "1.10"),
                        List.of("2", "NULL", "NULL", "NULL"));
        assertThat(results.resultSet().resultSetMetadata().columnInfo().stream().map(ColumnInfo::type))
                .containsExactly("bigint", "timestamp with time zone", "varbinary", "decimal");
        String location = query.resultConfiguration().outputLocation();
        String csv = s3.getObjectAsBytes(
                        object -> object.bucket(BUCKET).key(location.substring(("s3://" + BUCKET + "/").length())))
                .asUtf8String();
        assertThat(csv).isEqualTo("""
                        "id","at","body","price"
                        "1","2026-01-01 00:00:00.000001 UTC","68 69","1.10"
                        "2",,,
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT count(DISTINCT \"$path\") > 0 FROM events                                              | true",
                "SELECT count(*) > 0 FROM \"events$snapshots\"                                                 | true",
                "SELECT sum(record_count) > 1 FROM \"events$files\"                                            | true",
                "SELECT count(*) FROM information_schema.columns WHERE table_name = 'events'                   | 4",
                "SELECT count(*) > 1 FROM \"AwsDataCatalog\".information_schema.schemata                       | true",
                "SELECT count(*) >= 1 FROM system.runtime.nodes                                                | true",
            })
    void theTablesBehindTheTablesAreThere(String sql, String expected) throws InterruptedException {
        assertThat(texts(results(run(sql)).resultSet().rows().get(1))).containsExactly(expected);
    }

    @Test
    void aCommittedSnapshotIsVisibleAtOnce() throws InterruptedException {
        run("CREATE TABLE growing (id bigint)");
        for (int rows = 1; rows <= 3; rows++) {
            QueryExecution insert = run("INSERT INTO growing VALUES (100)");
            assertThat(results(insert).updateCount()).isEqualTo(1);
            assertThat(texts(results(run("SELECT count(*) FROM growing"))
                            .resultSet()
                            .rows()
                            .get(1)))
                    .containsExactly(String.valueOf(rows));
        }
        run("DROP TABLE growing");
    }

    @Test
    void aLongResultComesInPages() throws InterruptedException {
        QueryExecution query = run("SELECT x FROM UNNEST(sequence(1, 2500)) t(x)");

        long rows =
                athena.getQueryResultsPaginator(request -> request.queryExecutionId(query.queryExecutionId())).stream()
                        .mapToLong(page -> page.resultSet().rows().size())
                        .sum();

        assertThat(rows).isEqualTo(2501);
    }

    @Test
    void aTableFromAQueryListsItsFiles() throws InterruptedException {
        QueryExecution query = run("CREATE TABLE copied WITH (format = 'PARQUET', write_compression = 'ZSTD') AS"
                + " SELECT id, body FROM events");
        String manifest = query.statistics().dataManifestLocation();

        String files = s3.getObjectAsBytes(
                        object -> object.bucket(BUCKET).key(manifest.substring(("s3://" + BUCKET + "/").length())))
                .asUtf8String();
        run("DROP TABLE copied");

        assertThat(files.lines())
                .isNotEmpty()
                .allMatch(file -> file.startsWith("s3://" + BUCKET + "/results/tables/" + query.queryExecutionId())
                        && file.endsWith(".parquet"));
    }

    @Test
    void aTableThatIsNotThereFailsWithTheEnginesWords() throws InterruptedException {
        QueryExecution query = finished("SELECT * FROM nope");

        assertThat(query.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(query.status().stateChangeReason()).startsWith("TABLE_NOT_FOUND: line 1:15: Table ");
        assertThat(query.status().athenaError().errorCategory()).isEqualTo(2);
    }

    @Test
    void whatIsNoSqlDoesNotStart() {
        assertThatThrownBy(() -> start("SELEC 1"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("mismatched input 'SELEC'");
    }

    @Test
    void aRunningQueryIsStopped() throws InterruptedException {
        String id =
                start("SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x) CROSS JOIN UNNEST(sequence(1, 10000)) b(y)"
                        + " CROSS JOIN UNNEST(sequence(1, 10000)) c(z)");
        athena.stopQueryExecution(request -> request.queryExecutionId(id));

        assertThat(await(id).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
    }

    private static QueryExecution run(String sql) throws InterruptedException {
        QueryExecution query = finished(sql);
        assertThat(query.status().state())
                .as("%s: %s", sql, query.status().stateChangeReason())
                .isEqualTo(QueryExecutionState.SUCCEEDED);
        return query;
    }

    private static QueryExecution finished(String sql) throws InterruptedException {
        return await(start(sql));
    }

    private static String start(String sql) {
        return athena.startQueryExecution(request -> request.queryString(sql)
                        .workGroup(NAME)
                        .queryExecutionContext(context -> context.database(NAME)))
                .queryExecutionId();
    }

    private static QueryExecution await(String id) throws InterruptedException {
        QueryExecution query;
        do {
            Thread.sleep(20); // between two questions, as every client of Athena must
            query = athena.getQueryExecution(request -> request.queryExecutionId(id))
                    .queryExecution();
        } while (query.status().completionDateTime() == null);
        return query;
    }

    private static GetQueryResultsResponse results(QueryExecution query) {
        return athena.getQueryResults(request -> request.queryExecutionId(query.queryExecutionId()));
    }

    private static List<String> texts(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(value -> value == null ? "NULL" : value)
                .toList();
    }
}

package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Change records that Debezium and DMS wrote, through the door and past it. A source of its own for each test. */
@ExtendWith(LocalPlatform.class)
final class CdcIT {
    private static final Path RECORDS = Path.of("lambdas/core/src/test/resources/io/millrace/cdc");
    private static final String WITH_SCHEMA = "debezium-pg-3.3.1-with-schema.jsonl.gz";
    private static final String WITHOUT_SCHEMA = "debezium-pg-3.3.1-no-schema.jsonl.gz";
    private static final Map<String, String> OPERATIONS =
            Map.of("r", "SNAPSHOT", "c", "INSERT", "u", "UPDATE", "d", "DELETE", "t", "TRUNCATE");

    @Test
    void every_record_is_in_bronze_and_every_change_once_in_silver() throws IOException {
        String source = "cdc-" + UUID.randomUUID();
        String key = LocalPlatform.millrace("keys", "create", source)
                .succeeded()
                .out()
                .strip();

        send(WITH_SCHEMA, key);
        assertThat(bronze(source)).isEqualTo(484);
        assertThat(control(source)).isEqualTo(70);
        assertThat(operations(source)).isEqualTo(operationsOf(WITH_SCHEMA));

        send(WITHOUT_SCHEMA, key);
        assertThat(bronze(source)).isEqualTo(968);
        assertThat(control(source)).isEqualTo(140);
        Map<String, Long> both = operationsOf(WITH_SCHEMA);
        both.merge("SNAPSHOT", 23L, Long::sum);
        assertThat(operations(source))
                .as("the two connectors share all but their snapshots")
                .isEqualTo(both);
        assertThat(quarantined(source)).isEmpty();
    }

    @Test
    void without_schema_a_file_alone_counts_the_same() throws IOException {
        String source = "cdc-" + UUID.randomUUID();
        send(
                WITHOUT_SCHEMA,
                LocalPlatform.millrace("keys", "create", source)
                        .succeeded()
                        .out()
                        .strip());

        assertThat(bronze(source)).isEqualTo(484);
        assertThat(control(source)).isEqualTo(70);
        assertThat(operations(source)).isEqualTo(operationsOf(WITHOUT_SCHEMA));
    }

    @Test
    void what_debezium_servers_sink_writes_is_a_change_with_its_key() {
        String source = "sink-" + UUID.randomUUID();
        String change =
                "{\"op\":\"%s\",\"ts_ms\":1767225600000,\"before\":%s,\"after\":%s,\"source\":{\"name\":\"" + source
                        + "\",\"db\":\"shop\",\"schema\":\"public\",\"table\":\"t\",\"lsn\":%d,\"ts_ms\":1767225600000}}";
        String insert = change.formatted("c", "null", "{\"id\":1,\"v\":1.50}", 7);
        String delete = change.formatted("d", "{\"id\":1}", "null", 8);
        put("{\"id\":1}", List.of(insert, insert, delete, ""));
        LocalPlatform.settle();

        assertThat(LocalPlatform.rows("select operation, key, after from local_silver.cdc_changes_silver"
                                + " where _source_system = '" + source + "' order by source_position")
                        .toString())
                .isEqualTo(
                        "[{\"operation\":\"INSERT\",\"key\":\"{\\\"id\\\":1}\",\"after\":\"{\\\"id\\\":1,\\\"v\\\":1.50}\"},"
                                + "{\"operation\":\"DELETE\",\"key\":\"{\\\"id\\\":1}\",\"after\":null}]");
        assertThat(bronze(source)).as("the tombstone does not say whose it is").isEqualTo(3);
    }

    /** The records are not ours to ship: {@code -Dmillrace.dms=FILE} names them. */
    @Test
    @EnabledIfSystemProperty(named = "millrace.dms", matches = ".+")
    void a_dms_record_with_a_time_that_is_none_is_in_quarantine() throws IOException {
        List<String> records = Files.readAllLines(Path.of(System.getProperty("millrace.dms", "")));
        put("testdb.retail_trans", records);
        LocalPlatform.settle();

        assertThat(bronze("dms")).isEqualTo(records.size());
        JsonNode quarantined = quarantined("dms");
        assertThat(quarantined).hasSize(1);
        assertThat(quarantined.toString()).contains("\"row\"", "/metadata/timestamp", "must be an ISO 8601 time");
        assertThat(LocalPlatform.rows("select distinct source_table from local_silver.cdc_changes_silver"
                                + " where _source_system = 'dms'")
                        .toString())
                .isEqualTo("[{\"source_table\":\"retail_trans\"}]");
    }

    private static void send(String file, String key) {
        JsonNode sent = LocalPlatform.millrace(
                        "send", RECORDS.resolve(file).toString(), "--dataset", "cdc_changes", "--key", key)
                .succeeded()
                .json();
        assertThat(sent.get("accepted").asLong()).isEqualTo(484);
        LocalPlatform.settle();
    }

    private static long bronze(String source) {
        return LocalPlatform.count(
                "select count(*) from local_bronze.cdc_changes_bronze where _source_system = '" + source + "'");
    }

    private static long control(String source) {
        return LocalPlatform.count("select count(*) from local_bronze.cdc_changes_bronze where _source_system = '"
                + source + "' and event_type in ('heartbeat', 'transaction', 'tombstone')");
    }

    private static JsonNode quarantined(String source) {
        return LocalPlatform.rows("select _stage, _rule, _pointer, _reason from local_bronze.cdc_changes_quarantine"
                + " where _source_system = '" + source + "'");
    }

    private static Map<String, Long> operations(String source) {
        Map<String, Long> counts = new HashMap<>();
        LocalPlatform.rows("select operation, count(*) n from local_silver.cdc_changes_silver where _source_system = '"
                        + source + "' group by operation")
                .forEach(row ->
                        counts.put(row.get("operation").asText(), row.get("n").asLong()));
        return counts;
    }

    private static Map<String, Long> operationsOf(String file) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(Checkout.root().resolve(RECORDS).resolve(file))),
                UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode value = json.readTree(line).get("value");
                String op = (value.has("payload") ? value.get("payload") : value)
                        .path("op")
                        .asText();
                if (!op.isEmpty()) {
                    counts.merge(OPERATIONS.get(op), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static void put(String partitionKey, List<String> records) {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        try (KinesisClient kinesis = KinesisClient.builder()
                .endpointOverride(URI.create(outputs.get("awsEndpoint").asText()))
                .region(Region.of(outputs.get("region").asText()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            for (String record : records) {
                kinesis.putRecord(
                        request -> request.streamName(outputs.get("eventStream").asText())
                                .partitionKey(partitionKey)
                                .data(SdkBytes.fromUtf8String(record)));
            }
        }
    }
}

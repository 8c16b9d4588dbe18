package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger's table is deleted in the middle of traffic: refused, rebuilt, and nothing is lost or there twice. */
@ExtendWith(LocalPlatform.class)
final class LostLedgerIT {
    private static final String LEDGER = "millrace-local-ledger";

    @Test
    void a_deleted_ledger_is_recognised_refused_and_rebuilt_while_traffic_goes_on() {
        assertThat(LocalPlatform.millrace("doctor", "--rebuild-ledger").exit()).isEqualTo(1);
        Instant begin = Instant.now();
        Running simulation = LocalPlatform.start(
                "simulate",
                "--source",
                "web,clickstream",
                "--events",
                "9000",
                "--rate",
                "300",
                "--seed",
                "64",
                "--duplicates",
                "0.02",
                "--invalid",
                "0.01");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Traffic.rowsSince(begin) > 0);

        deleteLedger();
        try {
            isRefusedAndRebuilt();
        } finally {
            LocalPlatform.millrace("doctor", "--rebuild-ledger"); // whatever failed, the other tests have one
        }

        JsonNode tally = simulation.await(Duration.ofMinutes(5)).succeeded().json();
        LocalPlatform.settle();
        Traffic.holdsExactly(tally, begin);
        LocalPlatform.millrace("ledger").succeeded();
    }

    private static void isRefusedAndRebuilt() {
        Outcome status = LocalPlatform.millrace("status");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).contains("the ledger is lost").contains(LEDGER);
        assertThat(status.err()).contains("millrace doctor --rebuild-ledger");
        Outcome dryRun = LocalPlatform.millrace("doctor", "--rebuild-ledger", "--dry-run")
                .succeeded();
        assertThat(dryRun.out()).contains("head of ").contains("fold ");
        assertThat(LocalPlatform.millrace("status").exit()).isEqualTo(1);

        LocalPlatform.millrace("doctor", "--rebuild-ledger").succeeded();
        Outcome again = LocalPlatform.millrace("doctor", "--rebuild-ledger");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("it is whole");
        assertThat(LocalPlatform.millrace("status").succeeded().out()).contains("the ledger is whole");
    }

    private static void deleteLedger() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        try (DynamoDbClient client = DynamoDbClient.builder()
                .endpointOverride(URI.create(outputs.get("awsEndpoint").asText()))
                .region(Region.of(outputs.get("region").asText()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            client.deleteTable(table -> table.tableName(LEDGER));
        }
    }
}

package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.host.TestEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Positions and pages on a running emulator's stream. */
class KinesisShardsIT {

    private final String name = "millrace-test-" + UUID.randomUUID().toString().substring(0, 8);
    private KinesisClient kinesis;
    private KinesisShards stream;
    private String shardId;

    @BeforeEach
    void createStream() {
        System.setProperty("aws.cborEnabled", "false");
        kinesis = KinesisClient.builder()
                .endpointOverride(TestEmulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        kinesis.createStream(request -> request.streamName(name).shardCount(1));
        kinesis.waiter().waitUntilStreamExists(request -> request.streamName(name));
        stream = new KinesisShards(kinesis, name);
        shardId = stream.describe().shards().get(0).id();
    }

    @AfterEach
    void deleteStream() {
        if (kinesis != null) {
            kinesis.deleteStream(request -> request.streamName(name));
            kinesis.close();
        }
    }

    @Test
    void theStreamsCreationIsAMomentOfToday() {
        assertThat(stream.describe().created()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void everyPositionFindsItsRecords() {
        put("a");
        StreamRecord first = read(new Position.TrimHorizon()).records().get(0);
        Instant border = first.arrival().plusMillis(1);
        while (!Instant.now().isAfter(border)) {
            Thread.onSpinWait();
        }
        put("b");
        assertThat(data(read(new Position.TrimHorizon()))).containsExactly("a", "b");
        assertThat(data(read(new Position.After(first.sequenceNumber())))).containsExactly("b");
        assertThat(data(read(new Position.At(border)))).containsExactly("b");
    }

    @Test
    void anUnknownIteratorCountsAsExpired() {
        assertThatThrownBy(() -> stream.read("no such iterator", 1))
                .isInstanceOf(ShardSource.IteratorExpiredException.class);
    }

    @Test
    void aMissingStreamOrShardIsNamed() {
        assertThatThrownBy(() -> new KinesisShards(kinesis, "missing").describe())
                .isInstanceOf(ShardSource.StreamMissingException.class)
                .hasMessage("Stream not found: missing");
        assertThatThrownBy(() -> stream.iterator("shardId-999999999999", new Position.TrimHorizon()))
                .isInstanceOf(ShardSource.ShardGoneException.class);
    }

    private Page read(Position from) {
        return stream.read(stream.iterator(shardId, from), 10);
    }

    private static List<String> data(Page page) {
        return page.records().stream()
                .map(record -> new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }

    private void put(String data) {
        kinesis.putRecord(
                request -> request.streamName(name).partitionKey("key").data(SdkBytes.fromUtf8String(data)));
    }
}

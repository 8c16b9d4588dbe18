package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.invocation.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The handler as the Lambda runtime makes it, with a real stream and a real table behind it. */
class IngestHandlerIT {
    private static final Map<String, String> ENVIRONMENT = new HashMap<>(Doorway.ENVIRONMENT);
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @BeforeAll
    static void makeStreamAndTable() {
        ENVIRONMENT.put("AWS_ACCESS_KEY_ID", "test");
        ENVIRONMENT.put("AWS_SECRET_ACCESS_KEY", "test");
        ENVIRONMENT.put("AWS_ENDPOINT_URL", TestAws.start());
        ENVIRONMENT.put("AWS_REGION", "us-east-1");
        try (KinesisClient kinesis = kinesis();
                DynamoDbClient dynamo = dynamo()) {
            kinesis.createStream(r -> r.streamName("events").shardCount(2));
            kinesis.waiter().waitUntilStreamExists(r -> r.streamName("events"));
            dynamo.createTable(r -> r.tableName("keys")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("key_hash")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("key_hash")
                            .keyType(KeyType.HASH)
                            .build()));
            dynamo.waiter().waitUntilTableExists(r -> r.tableName("keys"));
            putKey(dynamo, Doorway.KEY, "active");
            putKey(dynamo, "old-key", "revoked");
        }
    }

    private static KinesisClient kinesis() {
        return KinesisClient.builder()
                .endpointOverride(URI.create(ENVIRONMENT.get("AWS_ENDPOINT_URL")))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(ENVIRONMENT.get("AWS_ENDPOINT_URL")))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void putKey(DynamoDbClient dynamo, String key, String status) {
        dynamo.putItem(r -> r.tableName("keys")
                .item(Map.of(
                        "key_hash", AttributeValue.fromS(KeyHash.of(key)),
                        "source", AttributeValue.fromS("shop"),
                        "datasets", AttributeValue.fromSs(List.of("app_events")),
                        "status", AttributeValue.fromS(status))));
    }

    @Test
    void whatWasAnsweredAsTakenIsOnBothShardsOfTheStream() throws Exception {
        String answer = send(ENVIRONMENT, Post.to("/v1/events/app_events").gzip(Events.appArray(200)));

        assertThat(answer).contains("\"statusCode\":200");
        List<Frame> frames = new ArrayList<>();
        try (KinesisClient kinesis = kinesis()) {
            for (Shard shard : kinesis.listShards(r -> r.streamName("events")).shards()) {
                List<Frame> ofShard = frames(kinesis, shard.shardId());
                assertThat(ofShard).isNotEmpty();
                frames.addAll(ofShard);
            }
        }
        assertThat(frames).allSatisfy(f -> assertThat(f.source()).isEqualTo("shop"));
        assertThat(frames.stream().flatMap(f -> f.entries().stream()).map(Entry::index))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    private static List<Frame> frames(KinesisClient kinesis, String shard) throws Exception {
        String iterator = kinesis.getShardIterator(
                        r -> r.streamName("events").shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        List<Frame> frames = new ArrayList<>();
        for (Record each : kinesis.getRecords(r -> r.shardIterator(iterator)).records()) {
            frames.add(FrameCodec.decode(each.data().asByteArray()));
        }
        return frames;
    }

    @Test
    void aRevokedKeyAndAnUnknownOneAreRefused() throws IOException {
        Post post = Post.to("/v1/events/app_events").text(Events.app("a"));

        assertThat(send(ENVIRONMENT, post.header("X-Api-Key", "old-key"))).contains("unknown_key");
        assertThat(send(ENVIRONMENT, post.header("X-Api-Key", "nobody's"))).contains("unknown_key");
    }

    @Test
    void aStreamThatIsNotThereIsAnsweredAsUnavailable() throws IOException {
        Map<String, String> elsewhere = new HashMap<>(ENVIRONMENT);
        elsewhere.put("MILLRACE_STREAM", "gone");

        String answer = send(elsewhere, Post.to("/v1/events/app_events").text(Events.app("a")));

        assertThat(answer).contains("\"statusCode\":503", "\"Retry-After\"", "stream_unavailable");
    }

    @Test
    void aTableThatIsNotThereIsAnsweredAsUnavailable() throws IOException {
        Map<String, String> elsewhere = new HashMap<>(ENVIRONMENT);
        elsewhere.put("MILLRACE_KEYS_TABLE", "gone");

        String answer = send(elsewhere, Post.to("/v1/events/app_events").text(Events.app("a")));

        assertThat(answer).contains("\"statusCode\":503", "keys_unavailable");
    }

    private static String send(Map<String, String> environment, Post post) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new IngestHandler(environment)
                .handleRequest(
                        new ByteArrayInputStream(post.format1()),
                        out,
                        new FakeContext("ingest", Duration.ofSeconds(7)));
        return out.toString(UTF_8);
    }
}

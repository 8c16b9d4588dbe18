package io.millrace.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The AWS clients, light to start, at the region and endpoint that the environment names. */
final class AwsClients {
    /** An address that answers does so at once; a longer wait would only eat the time for another try. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private AwsClients() {}

    /** Tries twice, each for at most {@code timeout}. */
    static DynamoDbClient dynamo(Map<String, String> environment, Duration timeout) {
        return at(environment, DynamoDbClient.builder())
                .httpClient(http(timeout))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(2)
                        .build()))
                .build();
    }

    /** Tries once, for at most {@code timeout}: who puts records retries those that were refused, and only those. */
    static KinesisClient kinesis(Map<String, String> environment, Duration timeout) {
        return at(environment, KinesisClient.builder())
                .httpClient(http(timeout))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static SdkHttpClient http(Duration timeout) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(timeout.minus(CONNECT_TIMEOUT))
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(Map<String, String> environment, B builder) {
        String region = environment.get("AWS_REGION");
        String endpoint = environment.get("AWS_ENDPOINT_URL");
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder;
    }
}

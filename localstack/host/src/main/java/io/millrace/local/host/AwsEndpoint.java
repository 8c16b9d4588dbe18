package io.millrace.local.host;

import io.millrace.local.host.poller.AwsDestinations;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The host's own clients of the emulated account. The emulator checks no credentials; the SDK insists on some. */
final class AwsEndpoint implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final URI endpoint;
    private final String region;
    private final String account;
    private final StaticCredentialsProvider credentials;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final KinesisClient kinesis;
    private final LambdaClient lambda;
    private final SqsClient sqs;
    private final SnsClient sns;

    private AwsEndpoint(URI endpoint, String region, String account, AwsBasicCredentials credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.account = account;
        this.credentials = StaticCredentialsProvider.create(credentials);
        this.kinesis = configured(KinesisClient.builder()).build();
        this.lambda = configured(LambdaClient.builder()).build();
        this.sqs = configured(SqsClient.builder()).build();
        this.sns = configured(SnsClient.builder()).build();
    }

    static AwsEndpoint of(URI endpoint, Map<String, String> environment) {
        // The emulator's CBOR has seconds where the SDK reads milliseconds; its JSON is right. For functions as well.
        System.setProperty("aws.cborEnabled", "false");
        return new AwsEndpoint(
                endpoint,
                environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1")),
                environment.getOrDefault("AWS_ACCOUNT_ID", "000000000000"),
                AwsBasicCredentials.create(
                        environment.getOrDefault("AWS_ACCESS_KEY_ID", "test"),
                        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "test")));
    }

    String region() {
        return region;
    }

    String account() {
        return account;
    }

    KinesisClient kinesis() {
        return kinesis;
    }

    LambdaClient lambda() {
        return lambda;
    }

    AwsDestinations destinations() {
        return new AwsDestinations(sqs, sns);
    }

    /** What functions need to reach the same account. */
    Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_REGION", region,
                "AWS_DEFAULT_REGION", region,
                "AWS_ACCESS_KEY_ID", credentials.resolveCredentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", credentials.resolveCredentials().secretAccessKey());
    }

    @Override
    public void close() {
        kinesis.close();
        lambda.close();
        sqs.close();
        sns.close();
        http.close();
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configured(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT));
    }
}

package io.millrace.target;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes AWS clients for one endpoint and one identity. Each call makes another; the caller closes it. */
public final class Clients {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    private final @Nullable URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;

    public Clients(@Nullable URI endpoint, Region region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    public ApiGatewayClient apiGateway() {
        return with(ApiGatewayClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    public AthenaClient athena() {
        return with(AthenaClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    public CloudFormationClient cloudFormation() {
        return with(CloudFormationClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    public DynamoDbClient dynamoDb() {
        return with(DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    public GlueClient glue() {
        return with(GlueClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    public KinesisClient kinesis() {
        return with(KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    /** Waits for a function as long as a function may run. */
    public LambdaClient lambda() {
        return with(LambdaClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST_RUN)))
                .build();
    }

    public SnsClient sns() {
        return with(SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    /** With a bucket in the path where there is an endpoint: it has no names for buckets. */
    public S3Client s3() {
        return with(S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .forcePathStyle(endpoint != null))
                .build();
    }

    public SqsClient sqs() {
        return with(SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()))
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.region(region).credentialsProvider(credentials);
    }
}

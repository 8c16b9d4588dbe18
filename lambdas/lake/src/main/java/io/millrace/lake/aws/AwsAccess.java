package io.millrace.lake.aws;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.aws.glue.GlueCatalog;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients for a function's services: of AWS, or of the one endpoint that {@code AWS_ENDPOINT_URL} names, where buckets
 * are addressed by path. Credentials are the process's own.
 */
final class AwsAccess {
    private final Optional<URI> endpoint;
    private final Optional<Region> region;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    AwsAccess(Environment environment) {
        this.endpoint = environment.optional("AWS_ENDPOINT_URL").map(URI::create);
        this.region = environment.optional("AWS_REGION").map(Region::of);
    }

    DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder()).build();
    }

    SqsClient sqs() {
        return configured(SqsClient.builder()).build();
    }

    SnsClient sns() {
        return configured(SnsClient.builder()).build();
    }

    KinesisClient kinesis() {
        return configured(KinesisClient.builder()).build();
    }

    S3Client s3() {
        return configured(S3Client.builder())
                .forcePathStyle(endpoint.isPresent())
                .build();
    }

    /** The Glue catalog over the lake's bucket. It keeps no tables, so that each load sees the newest commit. */
    GlueCatalog catalog(String lakeBucket) {
        Map<String, String> properties = new HashMap<>();
        properties.put("warehouse", warehouse(lakeBucket));
        properties.put("io-impl", SharedFileIO.class.getName());
        properties.put("http-client.type", "urlconnection");
        region.ifPresent(at -> properties.put("client.region", at.id()));
        endpoint.ifPresent(at -> {
            properties.put("glue.endpoint", at.toString());
            properties.put("s3.endpoint", at.toString());
            properties.put("s3.path-style-access", "true");
        });
        GlueCatalog catalog = new GlueCatalog();
        catalog.initialize("lake", properties);
        return catalog;
    }

    /** URI under which each database has a folder. */
    static String warehouse(String lakeBucket) {
        return "s3://" + lakeBucket + "/warehouse";
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(B builder) {
        endpoint.ifPresent(builder::endpointOverride);
        region.ifPresent(builder::region);
        return builder.httpClient(http);
    }
}

package io.millrace.serving;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS clients, light to start, at the region and endpoint that the environment names. */
final class AwsClients {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, String> environment;

    AwsClients(Map<String, String> environment) {
        this.environment = environment;
    }

    AthenaClient athena() {
        return at("AWS_ENDPOINT_URL_ATHENA", AthenaClient.builder())
                .httpClient(http())
                .build();
    }

    GlueClient glue() {
        return at("AWS_ENDPOINT_URL_GLUE", GlueClient.builder())
                .httpClient(http())
                .build();
    }

    /** With a bucket in the path where there is an endpoint: it has no names for buckets. */
    S3Client s3() {
        return at("AWS_ENDPOINT_URL_S3", S3Client.builder())
                .forcePathStyle(environment.containsKey("AWS_ENDPOINT_URL"))
                .httpClient(http())
                .build();
    }

    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ANSWER_TIMEOUT)
                .build();
    }

    /** A service's own endpoint goes before the one of all. */
    private <B extends AwsClientBuilder<B, ?>> B at(String own, B builder) {
        String region = environment.get("AWS_REGION");
        String endpoint = environment.getOrDefault(own, environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (!endpoint.isEmpty()) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder;
    }
}

package io.millrace.alerts;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The AWS clients, light to start, at the region and endpoint that the environment names. */
final class AwsClients {
    private AwsClients() {}

    static DynamoDbClient dynamo(Map<String, String> variables) {
        return at(variables, DynamoDbClient.builder())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static SecretsManagerClient secrets(Map<String, String> variables) {
        return at(variables, SecretsManagerClient.builder())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(Map<String, String> variables, B builder) {
        String region = variables.get("AWS_REGION");
        String endpoint = variables.get("AWS_ENDPOINT_URL");
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder;
    }
}

package io.millrace.keys;

import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Creates and finds write keys. A key lives in two places: in API Gateway, whose usage plan throttles it, and by its
 * SHA-256 in the keys table, where the door learns which source it belongs to. A key is a public identifier, good for
 * sending only.
 */
public final class SourceKeys {

    /** The source whose key commands use when none is named. */
    public static final String DEFAULT_SOURCE = "default";

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private final Target target;

    public SourceKeys(Target target) {
        this.target = target;
    }

    /** The value of the source's key in use; of several, the one that was made first. */
    public Optional<String> find(String source) {
        try (ApiGatewayClient gateway = target.clients().apiGateway()) {
            return existing(gateway, source).map(ApiKey::value);
        }
    }

    /** The source's key; made when there is none, completed when an earlier call was cut off half way. */
    public String ensure(String source, StackOutputs outputs) {
        try (ApiGatewayClient gateway = target.clients().apiGateway()) {
            ApiKey key = existing(gateway, source).orElseGet(() -> make(gateway, source));
            admit(gateway, key, source, outputs);
            return key.value();
        }
    }

    /** Makes another key for the source, beside those that it has. */
    public String create(String source, StackOutputs outputs) {
        try (ApiGatewayClient gateway = target.clients().apiGateway()) {
            ApiKey key = make(gateway, source);
            admit(gateway, key, source, outputs);
            return key.value();
        }
    }

    private Optional<ApiKey> existing(ApiGatewayClient gateway, String source) {
        String name = name(source);
        return gateway.getApiKeysPaginator(request -> request.nameQuery(name).includeValues(true)).items().stream()
                .filter(key -> name.equals(key.name()) && Boolean.TRUE.equals(key.enabled()))
                .min((a, b) -> a.createdDate().compareTo(b.createdDate()));
    }

    private ApiKey make(ApiGatewayClient gateway, String source) {
        String name = name(source);
        String id = gateway.createApiKey(
                        request -> request.name(name).enabled(true).description("Write key of source " + source))
                .id();
        var made = gateway.getApiKey(request -> request.apiKey(id).includeValue(true));
        return ApiKey.builder().id(made.id()).name(name).value(made.value()).build();
    }

    /** The table first: a key that the usage plan lets through is one that the door knows. */
    private void admit(ApiGatewayClient gateway, ApiKey key, String source, StackOutputs outputs) {
        remember(key, source, outputs);
        try {
            gateway.createUsagePlanKey(request -> request.usagePlanId(outputs.need("UsagePlanId"))
                    .keyId(key.id())
                    .keyType("API_KEY"));
        } catch (ConflictException alreadyInThePlan) {
            // A second ensure() finds its work done.
            return;
        }
    }

    /** Leaves a key that the table has alone: somebody may have revoked it. */
    private void remember(ApiKey key, String source, StackOutputs outputs) {
        try (DynamoDbClient table = target.clients().dynamoDb()) {
            table.putItem(request -> request.tableName(outputs.need("KeysTable"))
                    .conditionExpression("attribute_not_exists(key_hash)")
                    .item(Map.of(
                            "key_hash", AttributeValue.fromS(hash(key.value())),
                            "source", AttributeValue.fromS(source),
                            "status", AttributeValue.fromS("active"),
                            "created_at", AttributeValue.fromS(Instant.now().toString()))));
        } catch (ConditionalCheckFailedException alreadyKnown) {
            return;
        }
    }

    private String name(String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "Cannot name source '" + source + "': use lower case letters, digits, _ and -, a letter first");
        }
        return "millrace-" + target.env() + "-" + source;
    }

    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash keys: this Java has no SHA-256", e);
        }
    }
}

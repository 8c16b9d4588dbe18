package io.millrace.keys;

import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/**
 * Makes, finds, rotates and revokes write keys. A key lives in two places: in API Gateway, whose usage plan throttles it, and by its
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

    /** The value of the source's key in use; of several, the one that was made last. */
    public Optional<String> find(String source) {
        try (ApiGatewayClient gateway = target.clients().apiGateway()) {
            return existing(gateway, source).map(ApiKey::value);
        }
    }

    /** The source's key; made when there is none, completed when an earlier call was cut off half way. */
    public String ensure(String source, StackOutputs outputs) {
        try (ApiGatewayClient gateway = target.clients().apiGateway();
                KeysTable table = table(outputs)) {
            ApiKey key = existing(gateway, source).orElseGet(() -> make(gateway, source));
            admit(gateway, table, key, source, KeyScope.ALL, outputs);
            return key.value();
        }
    }

    /** Makes another key for the source, beside those that it has. Its value is never to be read again. */
    public String create(String source, KeyScope scope, StackOutputs outputs) {
        try (ApiGatewayClient gateway = target.clients().apiGateway();
                KeysTable table = table(outputs)) {
            ApiKey key = make(gateway, source);
            admit(gateway, table, key, source, scope, outputs);
            return key.value();
        }
    }

    /** Every key, by source and age, revoked ones too. */
    public List<SourceKey> list(StackOutputs outputs) {
        try (KeysTable table = table(outputs)) {
            return table.all();
        }
    }

    /**
     * Makes a key with the scope of the source's newest one and lets those that it has end.
     *
     * @param oldOnesUntil how long the old keys are still good
     * @throws IllegalArgumentException when the source has no key that works
     */
    public String rotate(String source, Instant oldOnesUntil, StackOutputs outputs) {
        try (KeysTable table = table(outputs)) {
            Instant now = Instant.now();
            List<SourceKey> old = table.all().stream()
                    .filter(key -> key.source().equals(source) && key.worksAt(now))
                    .toList();
            if (old.isEmpty()) {
                throw new IllegalArgumentException("Cannot rotate the key of source '" + source
                        + "': it has none that works; make one with 'millrace keys create " + source + "'");
            }
            String made = create(source, old.get(old.size() - 1).scope(), outputs);
            // After the new one stands: a rotation that is cut off leaves the source with what it had.
            for (SourceKey key : old) {
                Instant until = key.validUntil();
                if (until == null || until.isAfter(oldOnesUntil)) {
                    table.endAt(key, oldOnesUntil);
                }
            }
            return made;
        }
    }

    /**
     * Ends a key at once. The table first: SDKs' keys are known there alone.
     *
     * @param keyOrId the id that {@link #list} tells, or the key itself
     * @throws IllegalArgumentException when no key is called so
     */
    public SourceKey revoke(String keyOrId, StackOutputs outputs) {
        try (ApiGatewayClient gateway = target.clients().apiGateway();
                KeysTable table = table(outputs)) {
            SourceKey key = table.all().stream()
                    .filter(each -> each.id().equals(keyOrId) || each.hash().equals(hash(keyOrId)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Cannot revoke: no key has that id or value; 'millrace keys list' tells the ids"));
            table.revoke(key);
            if (!key.id().isEmpty()) {
                delete(gateway, key.id());
            }
            return key;
        }
    }

    private static void delete(ApiGatewayClient gateway, String id) {
        try {
            gateway.deleteApiKey(request -> request.apiKey(id));
        } catch (NotFoundException alreadyGone) {
            return;
        }
    }

    private KeysTable table(StackOutputs outputs) {
        return new KeysTable(target.clients().dynamoDb(), outputs.need("KeysTable"));
    }

    private Optional<ApiKey> existing(ApiGatewayClient gateway, String source) {
        String name = name(source);
        return gateway.getApiKeysPaginator(request -> request.nameQuery(name).includeValues(true)).items().stream()
                .filter(key -> name.equals(key.name()) && Boolean.TRUE.equals(key.enabled()))
                .max((a, b) -> a.createdDate().compareTo(b.createdDate()));
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
    private static void admit(
            ApiGatewayClient gateway,
            KeysTable table,
            ApiKey key,
            String source,
            KeyScope scope,
            StackOutputs outputs) {
        table.add(new SourceKey(
                hash(key.value()), key.id(), source, true, scope, Instant.now().toString(), null));
        try {
            gateway.createUsagePlanKey(request -> request.usagePlanId(outputs.need("UsagePlanId"))
                    .keyId(key.id())
                    .keyType("API_KEY"));
        } catch (ConflictException alreadyInThePlan) {
            // A second ensure() finds its work done.
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

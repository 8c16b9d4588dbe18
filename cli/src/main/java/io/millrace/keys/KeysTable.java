package io.millrace.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The table that the door looks keys up in: {@code key_hash}, {@code key_id}, {@code source}, {@code status} (active or
 * revoked), {@code datasets} and {@code origins} (absent for all), {@code created_at}, {@code valid_until} (epoch seconds,
 * absent for no end).
 */
final class KeysTable implements AutoCloseable {
    private final DynamoDbClient dynamo;
    private final String table;

    KeysTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Adds a key; leaves one that the table has alone: somebody may have revoked it. */
    void add(SourceKey key) {
        try {
            dynamo.putItem(put -> put.tableName(table)
                    .conditionExpression("attribute_not_exists(key_hash)")
                    .item(item(key)));
        } catch (ConditionalCheckFailedException alreadyKnown) {
            return;
        }
    }

    /** All keys that ever were, by source and age. */
    List<SourceKey> all() {
        return dynamo.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(KeysTable::key)
                .sorted(Comparator.comparing(SourceKey::source).thenComparing(SourceKey::createdAt))
                .toList();
    }

    void endAt(SourceKey key, Instant validUntil) {
        update(key, "SET valid_until = :v", AttributeValue.fromN(Long.toString(validUntil.getEpochSecond())));
    }

    void revoke(SourceKey key) {
        update(key, "SET #s = :v", AttributeValue.fromS("revoked"));
    }

    @Override
    public void close() {
        dynamo.close();
    }

    private void update(SourceKey key, String expression, AttributeValue value) {
        dynamo.updateItem(update -> {
            update.tableName(table)
                    .key(Map.of("key_hash", AttributeValue.fromS(key.hash())))
                    .conditionExpression("attribute_exists(key_hash)")
                    .updateExpression(expression)
                    .expressionAttributeValues(Map.of(":v", value));
            if (expression.contains("#s")) {
                update.expressionAttributeNames(Map.of("#s", "status"));
            }
        });
    }

    static Map<String, AttributeValue> item(SourceKey key) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "key_hash", AttributeValue.fromS(key.hash()),
                "key_id", AttributeValue.fromS(key.id()),
                "source", AttributeValue.fromS(key.source()),
                "status", AttributeValue.fromS(key.active() ? "active" : "revoked"),
                "created_at", AttributeValue.fromS(key.createdAt())));
        // DynamoDB has no empty sets.
        put(item, "datasets", key.scope().datasets());
        put(item, "origins", key.scope().origins());
        Instant until = key.validUntil();
        if (until != null) {
            item.put("valid_until", AttributeValue.fromN(Long.toString(until.getEpochSecond())));
        }
        return item;
    }

    static SourceKey key(Map<String, AttributeValue> item) {
        AttributeValue until = item.get("valid_until");
        return new SourceKey(
                text(item.get("key_hash")),
                text(item.get("key_id")),
                text(item.get("source")),
                text(item.get("status")).equals("active"),
                new KeyScope(texts(item.get("datasets")), texts(item.get("origins"))),
                text(item.get("created_at")),
                until == null ? null : Instant.ofEpochSecond(Long.parseLong(until.n())));
    }

    private static void put(Map<String, AttributeValue> item, String name, Set<String> texts) {
        if (!texts.isEmpty()) {
            item.put(name, AttributeValue.fromSs(texts.stream().sorted().toList()));
        }
    }

    private static String text(@Nullable AttributeValue value) {
        return value == null ? "" : value.s();
    }

    private static Set<String> texts(@Nullable AttributeValue value) {
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }
}

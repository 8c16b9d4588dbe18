package io.millrace.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys in a DynamoDB table: {@code key_hash} (S, partition key), {@code source} (S), {@code status} (S, active or
 * revoked), {@code datasets} and {@code origins} (SS, absent for all), {@code valid_until} (N, epoch seconds, absent for no
 * end).
 */
final class DynamoKeys implements Keys {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoKeys(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Source> find(String keyHash) {
        try {
            Map<String, AttributeValue> item = dynamo.getItem(
                            get -> get.tableName(table).key(Map.of("key_hash", AttributeValue.fromS(keyHash))))
                    .item();
            return source(item, clock.instant());
        } catch (SdkException e) {
            throw new KeysUnavailableException("Cannot look up a key in table " + table, e);
        }
    }

    /** The source that an item describes; empty for no item and for a key that is not active, or not any more. */
    static Optional<Source> source(Map<String, AttributeValue> item, Instant now) {
        AttributeValue name = item.get("source");
        AttributeValue status = item.get("status");
        AttributeValue until = item.get("valid_until");
        boolean over = until != null && now.getEpochSecond() >= Long.parseLong(until.n());
        if (name == null || status == null || !"active".equals(status.s()) || over) {
            return Optional.empty();
        }
        return Optional.of(new Source(name.s(), texts(item.get("datasets")), texts(item.get("origins"))));
    }

    private static Set<String> texts(@Nullable AttributeValue set) {
        return set == null ? Set.of() : Set.copyOf(set.ss());
    }
}

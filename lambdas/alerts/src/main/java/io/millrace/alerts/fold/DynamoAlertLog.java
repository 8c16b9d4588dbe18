package io.millrace.alerts.fold;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Entries in a DynamoDB table, one an item: {@code dedup_key} (S, partition key), {@code version} (N), and the rest of the
 * entry, times as epoch milliseconds; {@code expires_at} (N, epoch seconds) is for the table's TTL.
 */
public final class DynamoAlertLog implements AlertLog {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoAlertLog(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Entry> find(String key) {
        Map<String, AttributeValue> item = dynamo.getItem(get -> get.tableName(table)
                        .key(Map.of("dedup_key", AttributeValue.fromS(key)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(EntryItem.read(item));
    }

    /** All that is remembered, in no order. For a person who asks: it reads the whole table. */
    public List<Entry> all() {
        return dynamo.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(EntryItem::read)
                .toList();
    }

    @Override
    public boolean replace(@Nullable Entry before, Entry next) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(EntryItem.write(next));
        if (before == null) {
            put.conditionExpression("attribute_not_exists(dedup_key)");
        } else {
            put.conditionExpression("#version = :before")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(
                            Map.of(":before", AttributeValue.fromN(Long.toString(before.version()))));
        }
        try {
            dynamo.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}

package io.millrace.ledger;

import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.LedgerException;
import io.millrace.lake.LostLedgerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The ledger's DynamoDB table: consistent reads and conditional writes. A write answers false only when a condition did
 * not hold; every other failure is a {@link LedgerException}, after which the write may stand, but for a table that does
 * not exist, which is a {@link LostLedgerException}.
 *
 * <p>A single write that the SDK repeats by itself after a lost answer can find its own first try and answer false; the
 * ledger's callers read again after a false, which covers it. A transaction cannot: the SDK gives its repeats one token.
 */
final class LedgerTable {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final String name;

    LedgerTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<Map<String, AttributeValue>> get(LedgerKey key) {
        GetItemRequest request = GetItemRequest.builder()
                .tableName(name)
                .key(key.attributes())
                .consistentRead(true)
                .build();
        return call("read " + key, () -> {
            var response = client.getItem(request);
            return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
        });
    }

    /** Items of a partition whose sort key is greater, ascending, at most {@code limit}. */
    List<Map<String, AttributeValue>> after(String pk, String sk, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk > :sk")
                .expressionAttributeValues(Map.of(":pk", text(pk), ":sk", text(sk)));
        return query(pk, query, limit);
    }

    /** The item of a partition with the greatest sort key. */
    Optional<Map<String, AttributeValue>> last(String pk) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", text(pk)))
                .scanIndexForward(false);
        return query(pk, query, 1).stream().findFirst();
    }

    /** Puts an item where there is none. */
    boolean create(Map<String, AttributeValue> item) {
        return put(item, "attribute_not_exists(pk)", Map.of());
    }

    /** Puts an item in place of the one there, or of none, if the condition holds. */
    boolean put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(name).item(item).conditionExpression(condition);
        if (!values.isEmpty()) {
            request.expressionAttributeValues(values);
        }
        return conditionally("put " + item.get(LedgerKey.SK), () -> client.putItem(request.build()));
    }

    void delete(LedgerKey key) {
        call(
                "delete " + key,
                () -> client.deleteItem(item -> item.tableName(name).key(key.attributes())));
    }

    /** Deletes an item if the condition holds. */
    boolean delete(LedgerKey key, String condition, Map<String, AttributeValue> values) {
        return conditionally(
                "delete " + key,
                () -> client.deleteItem(item -> item.tableName(name)
                        .key(key.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)));
    }

    boolean update(UpdateItemRequest.Builder update) {
        UpdateItemRequest request = update.tableName(name).build();
        return conditionally("update " + request.key(), () -> client.updateItem(request));
    }

    boolean transact(List<TransactWriteItem> writes) {
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(writes).build();
        return conditionally("write to " + name, () -> client.transactWriteItems(request));
    }

    private List<Map<String, AttributeValue>> query(String pk, QueryRequest.Builder query, int limit) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> from = null;
        do {
            QueryResponse page = page(pk, query, from, limit - items.size());
            items.addAll(page.items());
            from = page.hasLastEvaluatedKey() ? new HashMap<>(page.lastEvaluatedKey()) : null;
        } while (from != null && items.size() < limit);
        return items;
    }

    private QueryResponse page(
            String pk, QueryRequest.Builder query, @Nullable Map<String, AttributeValue> from, int limit) {
        QueryRequest request = query.tableName(name)
                .consistentRead(true)
                .exclusiveStartKey(from)
                .limit(limit)
                .build();
        return call("query " + pk, () -> client.query(request));
    }

    private boolean conditionally(String verb, Runnable write) {
        try {
            return call(verb, () -> {
                write.run();
                return true;
            });
        } catch (LedgerException e) {
            if (conditionFailed(e.getCause())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean conditionFailed(@Nullable Throwable cause) {
        if (cause instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream().anyMatch(reason -> CONDITION_FAILED.equals(reason.code()));
        }
        return cause instanceof ConditionalCheckFailedException;
    }

    private <T> T call(String verb, Supplier<T> request) {
        try {
            return request.get();
        } catch (ResourceNotFoundException e) {
            throw new LostLedgerException(
                    "Cannot " + verb + " in the ledger: its table " + name + " does not exist", e);
        } catch (SdkException e) {
            throw new LedgerException("Cannot " + verb + " in the ledger", e);
        }
    }
}

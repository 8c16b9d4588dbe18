package io.millrace.ledger;

import static io.millrace.ledger.Attributes.number;
import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.Head;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Heads in their two places, awake and at rest, see {@link LedgerKey}. Every look goes to {@code heads} first: an item
 * that is not there and then found at rest was there when the first look was taken, or later.
 */
final class HeadItems {
    private final LedgerTable table;

    HeadItems(LedgerTable table) {
        this.table = table;
    }

    Optional<Head> find(ShardId shard) {
        return table.get(LedgerKey.head(shard))
                .or(() -> table.get(LedgerKey.headAtRest(shard)))
                .map(LedgerItems::head);
    }

    List<Head> awake() {
        return all(LedgerKey.HEADS);
    }

    List<Head> all() {
        Map<ShardId, Head> heads = new TreeMap<>();
        awake().forEach(head -> heads.put(head.shard(), head));
        all(LedgerKey.HEADS_AT_REST).forEach(head -> heads.putIfAbsent(head.shard(), head));
        return List.copyOf(heads.values());
    }

    boolean rest(Head head) {
        HeadCondition idle = HeadCondition.unmoved(head).with(":none", number(0));
        return table.transact(List.of(
                idle.removal(table.name(), " AND attempts = :none"),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(table.name())
                                .item(item(LedgerKey.headAtRest(head.shard()), LedgerItems.of(head))))
                        .build()));
    }

    /** Makes a head awake that is at rest as the caller saw it, with one attempt counted. */
    boolean wake(Head head, @Nullable Position suspect) {
        Map<String, AttributeValue> item = LedgerItems.of(head);
        item.put("attempts", number(1));
        if (suspect != null) {
            item.put("suspect", text(suspect.toString()));
        }
        return table.transact(List.of(
                HeadCondition.unmoved(head).atRest(table.name()),
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(pk)"))
                        .build()));
    }

    /** Where a transaction can see that a shard has a head: once one has been at rest, there for ever. */
    LedgerKey place(ShardId shard) {
        LedgerKey atRest = LedgerKey.headAtRest(shard);
        return table.get(atRest).isPresent() ? atRest : LedgerKey.head(shard);
    }

    private List<Head> all(String pk) {
        return table.after(pk, " ", Integer.MAX_VALUE).stream()
                .map(LedgerItems::head)
                .toList();
    }

    private static Map<String, AttributeValue> item(LedgerKey key, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key.attributes());
        return item;
    }
}

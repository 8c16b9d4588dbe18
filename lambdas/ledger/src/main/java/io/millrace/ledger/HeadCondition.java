package io.millrace.ledger;

import static io.millrace.ledger.Attributes.number;
import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.Head;
import io.millrace.lake.Position;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An update of a shard's head that demands that the head be where the caller saw it. */
final class HeadCondition {
    // END is one of DynamoDB's reserved words.
    private static final Map<String, String> NAMES = Map.of("#end", "end");

    private final Head head;
    private final boolean withEnd;
    private final Map<String, AttributeValue> values = new HashMap<>();

    private HeadCondition(Head head, boolean withEnd) {
        this.head = head;
        this.withEnd = withEnd;
        values.put(":k", number(head.k()));
        String claim = head.claimId();
        Position end = head.end();
        if (claim != null) {
            values.put(":claim", text(claim));
        }
        if (withEnd && end != null) {
            values.put(":end", text(end.toString()));
        }
    }

    /** The same k and claim. */
    static HeadCondition unmoved(Head head) {
        return new HeadCondition(head, false);
    }

    /** The same k, claim and end. */
    static HeadCondition same(Head head) {
        return new HeadCondition(head, true);
    }

    /** Adds a value that the update's expression names. */
    HeadCondition with(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    UpdateItemRequest.Builder update(String expression) {
        return UpdateItemRequest.builder()
                .key(LedgerKey.head(head.shard()).attributes())
                .updateExpression(expression)
                .conditionExpression(condition())
                .expressionAttributeValues(values);
    }

    Update transactional(String table, String expression) {
        return Update.builder()
                .tableName(table)
                .key(LedgerKey.head(head.shard()).attributes())
                .updateExpression(expression)
                .conditionExpression(condition())
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(values)
                .build();
    }

    /** The item taken out, if this and {@code more} hold. */
    TransactWriteItem removal(String table, String more) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(LedgerKey.head(head.shard()).attributes())
                        .conditionExpression(condition() + more)
                        .expressionAttributeValues(values))
                .build();
    }

    /** The demand that the shard went to rest with this head. */
    TransactWriteItem atRest(String table) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(LedgerKey.headAtRest(head.shard()).attributes())
                        .conditionExpression(condition())
                        .expressionAttributeValues(values))
                .build();
    }

    private String condition() {
        String unmoved =
                head.claimId() == null ? "k = :k AND attribute_not_exists(claim)" : "k = :k AND claim = :claim";
        if (!withEnd) {
            return unmoved;
        }
        return unmoved + (head.end() == null ? " AND attribute_not_exists(#end)" : " AND #end = :end");
    }
}

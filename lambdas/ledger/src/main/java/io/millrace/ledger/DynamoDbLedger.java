package io.millrace.ledger;

import static io.millrace.ledger.Attributes.number;
import static io.millrace.ledger.Attributes.set;
import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The ledger in one DynamoDB table, laid out as {@link LedgerKey} says. */
public final class DynamoDbLedger implements Ledger {
    private static final String FIRST_SHARDS = "first";

    private final LedgerTable table;
    private final HeadItems heads;

    public DynamoDbLedger(DynamoDbClient client, String table) {
        this.table = new LedgerTable(client, table);
        this.heads = new HeadItems(this.table);
    }

    @Override
    public Optional<Head> head(ShardId shard) {
        return heads.find(shard);
    }

    @Override
    public List<Head> heads() {
        return heads.all();
    }

    @Override
    public List<Head> awake() {
        return heads.awake();
    }

    @Override
    public boolean rest(Head head) {
        return heads.rest(head);
    }

    @Override
    public boolean begin(String stream, Set<String> shards) {
        Map<String, AttributeValue> item =
                new HashMap<>(LedgerKey.stream(stream).attributes());
        if (!shards.isEmpty()) {
            item.put(FIRST_SHARDS, set(shards));
        }
        return table.create(item);
    }

    @Override
    public boolean mayBegin(ShardId shard) {
        return table.get(LedgerKey.stream(shard.stream()))
                .map(item -> set(item, FIRST_SHARDS).contains(shard.shard()))
                .orElse(false);
    }

    @Override
    public boolean open(ShardId shard, Set<ShardId> parents) {
        Set<LedgerKey> places = parents.stream().map(heads::place).collect(Collectors.toSet());
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(LedgerItems.of(Head.start(shard))));
        writes.add(demand(LedgerKey.headAtRest(shard), "attribute_not_exists(pk)"));
        if (parents.isEmpty()) {
            writes.add(useUpMark(shard));
        }
        places.forEach(place -> writes.add(demand(place, "attribute_exists(pk)")));
        if (table.transact(writes)) {
            return true;
        }
        // A parent that went to rest in between is not where it was looked for.
        return !places.equals(parents.stream().map(heads::place).collect(Collectors.toSet())) && open(shard, parents);
    }

    @Override
    public boolean attempt(Head head, @Nullable Position suspect) {
        return count(head, suspect) || heads.wake(head, suspect);
    }

    private boolean count(Head head, @Nullable Position suspect) {
        HeadCondition at = HeadCondition.unmoved(head).with(":one", number(1));
        if (suspect == null) {
            return table.update(at.update("ADD attempts :one REMOVE suspect"));
        }
        at.with(":suspect", text(suspect.toString()));
        return table.update(at.update("ADD attempts :one SET suspect = :suspect"));
    }

    @Override
    public void forgive(Head head) {
        // False means that the head has moved: then there is nothing to forgive.
        table.update(
                HeadCondition.unmoved(head).with(":none", number(0)).update("SET attempts = :none REMOVE suspect"));
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        HeadCondition at = HeadCondition.same(head)
                .with(":newK", number(claim.k()))
                .with(":newEnd", text(claim.end().toString()))
                .with(":newClaim", text(claim.id()))
                .with(":none", number(0));
        TransactWriteItem move = TransactWriteItem.builder()
                .update(at.transactional(
                        table.name(),
                        "SET k = :newK, #end = :newEnd, claim = :newClaim, attempts = :none REMOVE suspect"))
                .build();
        return table.transact(List.of(move, put(LedgerItems.of(claim))));
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        return table.after(LedgerKey.claims(shard), LedgerKey.number(after), limit).stream()
                .map(item -> LedgerItems.claim(shard, item))
                .toList();
    }

    @Override
    public Optional<Fold> lastFold() {
        return table.last(LedgerKey.FOLDS).map(LedgerItems::fold);
    }

    @Override
    public Optional<Fold> fold(long number) {
        return table.get(LedgerKey.fold(number)).map(LedgerItems::fold);
    }

    @Override
    public boolean createFold(Fold fold) {
        return table.create(LedgerItems.of(fold));
    }

    @Override
    public boolean restore(Head head) {
        return head(head.shard()).filter(now -> now.k() >= head.k()).isEmpty()
                && table.put(
                        LedgerItems.of(head), "attribute_not_exists(pk) OR k < :k", Map.of(":k", number(head.k())));
    }

    @Override
    public boolean restore(Claim claim) {
        return table.create(LedgerItems.of(claim));
    }

    @Override
    public boolean remove(Claim claim) {
        return table.delete(LedgerKey.claim(claim.shard(), claim.k()), "id = :id", Map.of(":id", text(claim.id())));
    }

    @Override
    public void settled(long fold, String tableName) {
        table.update(UpdateItemRequest.builder()
                .key(LedgerKey.fold(fold).attributes())
                .updateExpression("DELETE pending :table")
                .conditionExpression("attribute_exists(pk)")
                .expressionAttributeValues(Map.of(":table", set(Set.of(tableName)))));
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem useUpMark(ShardId shard) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(LedgerKey.stream(shard.stream()).attributes())
                        .updateExpression("DELETE #first :shards")
                        .conditionExpression("contains(#first, :shard)")
                        .expressionAttributeNames(Map.of("#first", FIRST_SHARDS))
                        .expressionAttributeValues(
                                Map.of(":shard", text(shard.shard()), ":shards", set(Set.of(shard.shard())))))
                .build();
    }

    private TransactWriteItem demand(LedgerKey key, String condition) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(table.name()).key(key.attributes()).conditionExpression(condition))
                .build();
    }
}

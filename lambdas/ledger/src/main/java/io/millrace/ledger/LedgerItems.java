package io.millrace.ledger;

import static io.millrace.ledger.Attributes.number;
import static io.millrace.ledger.Attributes.present;
import static io.millrace.ledger.Attributes.set;
import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimRange;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Heads, claims and folds as items of the ledger's table. */
final class LedgerItems {
    static Head head(Map<String, AttributeValue> item) {
        AttributeValue end = item.get("end");
        AttributeValue claim = item.get("claim");
        AttributeValue suspect = item.get("suspect");
        return new Head(
                ShardId.parse(text(item, LedgerKey.SK)),
                number(item, "k"),
                end == null ? null : Position.parse(end.s()),
                claim == null ? null : claim.s(),
                Math.toIntExact(number(item, "attempts")),
                suspect == null ? null : Position.parse(suspect.s()));
    }

    /** A head of which nothing was attempted yet. */
    static Map<String, AttributeValue> of(Head head) {
        Map<String, AttributeValue> item =
                new HashMap<>(LedgerKey.head(head.shard()).attributes());
        item.put("k", number(head.k()));
        item.put("attempts", number(0));
        Position end = head.end();
        String claim = head.claimId();
        if (end != null && claim != null) {
            item.put("end", text(end.toString()));
            item.put("claim", text(claim));
        }
        return item;
    }

    static Map<String, AttributeValue> of(Claim claim) {
        Map<String, AttributeValue> item =
                new HashMap<>(LedgerKey.claim(claim.shard(), claim.k()).attributes());
        item.put("id", text(claim.id()));
        item.put("end", text(claim.end().toString()));
        item.put("body", text(claim.body()));
        return item;
    }

    static Claim claim(ShardId shard, Map<String, AttributeValue> item) {
        return new Claim(
                shard,
                Long.parseLong(text(item, LedgerKey.SK)),
                text(item, "id"),
                Position.parse(text(item, "end")),
                text(item, "body"));
    }

    static Map<String, AttributeValue> of(Fold fold) {
        Map<String, AttributeValue> ranges = new HashMap<>();
        fold.ranges()
                .forEach((shard, range) -> ranges.put(
                        shard.toString(),
                        AttributeValue.fromM(Map.of("first", number(range.first()), "last", number(range.last())))));
        Map<String, AttributeValue> previous = new HashMap<>();
        fold.previous().forEach((table, number) -> previous.put(table, number(number)));
        Map<String, AttributeValue> item =
                new HashMap<>(LedgerKey.fold(fold.number()).attributes());
        item.put("manifest", text(fold.manifest()));
        item.put("ranges", AttributeValue.fromM(ranges));
        item.put("previous", AttributeValue.fromM(previous));
        if (!fold.pending().isEmpty()) {
            item.put("pending", set(fold.pending()));
        }
        return item;
    }

    static Fold fold(Map<String, AttributeValue> item) {
        Map<ShardId, ClaimRange> ranges = new HashMap<>();
        present(item, "ranges")
                .m()
                .forEach((shard, range) -> ranges.put(
                        ShardId.parse(shard), new ClaimRange(number(range.m(), "first"), number(range.m(), "last"))));
        Map<String, Long> previous = new HashMap<>();
        present(item, "previous").m().forEach((table, number) -> previous.put(table, Long.parseLong(number.n())));
        return new Fold(
                Long.parseLong(text(item, LedgerKey.SK)),
                text(item, "manifest"),
                ranges,
                previous,
                set(item, "pending"));
    }

    private LedgerItems() {}
}

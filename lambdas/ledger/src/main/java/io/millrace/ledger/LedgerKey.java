package io.millrace.ledger;

import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.ShardId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where things lie in the ledger's one DynamoDB table.
 *
 * <pre>
 * pk                     sk                    item
 * streams                STREAM                first shards that were not opened yet
 * heads                  STREAM/SHARD          the head of a shard that is awake
 * heads-at-rest          STREAM/SHARD          the head of a shard as it was when it went to rest
 * claims#STREAM/SHARD    k, 19 digits          a claim
 * folds                  number, 19 digits     a fold
 * pauses                 DATASET               the wish that its tables stay as they are
 * </pre>
 *
 * Heads share a partition so that all are read by one consistent query; a transaction locks items, never a partition.
 * That query costs by the shards that it passes, so a shard that is at rest lies in another. What lies there is never
 * removed, and the item in {@code heads} counts where both are: so who finds none in {@code heads} and then looks there
 * sees the head as it was when the first look was taken, or a later one.
 */
record LedgerKey(String pk, String sk) {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String HEADS = "heads";
    static final String HEADS_AT_REST = "heads-at-rest";
    static final String FOLDS = "folds";
    static final String PAUSES = "pauses";

    static LedgerKey stream(String stream) {
        return new LedgerKey("streams", stream);
    }

    static LedgerKey head(ShardId shard) {
        return new LedgerKey(HEADS, shard.toString());
    }

    static LedgerKey headAtRest(ShardId shard) {
        return new LedgerKey(HEADS_AT_REST, shard.toString());
    }

    static LedgerKey claim(ShardId shard, long k) {
        return new LedgerKey(claims(shard), number(k));
    }

    static LedgerKey fold(long number) {
        return new LedgerKey(FOLDS, number(number));
    }

    static LedgerKey pause(String dataset) {
        return new LedgerKey(PAUSES, dataset);
    }

    static String claims(ShardId shard) {
        return "claims#" + shard;
    }

    /** As wide as any long, so that text order is the order of the numbers. */
    static String number(long value) {
        return String.format("%019d", value);
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(PK, text(pk), SK, text(sk));
    }
}

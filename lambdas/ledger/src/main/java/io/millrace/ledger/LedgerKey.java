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
 * heads                  STREAM/SHARD          a shard's head
 * claims#STREAM/SHARD    k, 19 digits          a claim
 * folds                  number, 19 digits     a fold
 * pauses                 DATASET               the wish that its tables stay as they are
 * </pre>
 *
 * Heads share a partition so that all are read by one consistent query; a transaction locks items, never a partition.
 */
record LedgerKey(String pk, String sk) {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String HEADS = "heads";
    static final String FOLDS = "folds";
    static final String PAUSES = "pauses";

    static LedgerKey stream(String stream) {
        return new LedgerKey("streams", stream);
    }

    static LedgerKey head(ShardId shard) {
        return new LedgerKey(HEADS, shard.toString());
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

package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A Debezium connector for PostgreSQL, without schemas in its messages: log positions that only grow, transaction marks,
 * heartbeats and tombstones, in the shape of version 3.3.
 */
final class Connector {

    static final String NAME = "shop";
    private static final String VERSION = "3.3.1.Final";
    private static final long SEEDS = 1L << 22;
    private static final int SEED_SHIFT = 40;

    private final SplittableRandom random;
    private long position;
    private long transaction = 700;

    /** Connectors of two seeds read two databases: their log positions never meet. */
    Connector(long seed, SplittableRandom random) {
        this.random = random;
        this.position = (new SplittableRandom(seed).nextLong(SEEDS) << SEED_SHIFT) + 22_352_816;
    }

    /** One transaction, from its begin to its end; a deleted row is followed by its tombstone. */
    List<Draft> commit(Instant at, List<RowChange> changes) {
        List<Draft> messages = new ArrayList<>();
        String id = ++transaction + ":" + position;
        messages.add(mark(id, "BEGIN", null, at));
        int order = 0;
        for (RowChange change : changes) {
            ObjectNode block = object().put("id", id);
            block.put("total_order", ++order);
            block.put("data_collection_order", order);
            messages.add(change(change, "false", block, at));
            if (change.op().equals("d")) {
                messages.add(control(NAME + ".public." + change.table(), change.key(), null));
            }
        }
        messages.add(mark(id, "END", changes.size(), at));
        return messages;
    }

    /** A row that is read and not changed: part of an incremental snapshot. */
    Draft read(Instant at, RowChange row) {
        return change(row, "incremental", null, at);
    }

    Draft heartbeat(Instant at) {
        ObjectNode value = object().put("ts_ms", at.toEpochMilli());
        return control("__debezium-heartbeat." + NAME, object().put("serverName", NAME), value);
    }

    private Draft change(RowChange change, String snapshot, @Nullable ObjectNode block, Instant at) {
        ObjectNode value = object();
        value.set("before", change.before());
        value.set("after", change.after());
        value.set("source", source(change.table(), snapshot, at));
        value.set("transaction", block);
        value.put("op", change.op());
        times(value, at.plusMillis(random.nextInt(20, 600)));
        return Draft.plain(message(NAME + ".public." + change.table(), change.key(), value));
    }

    private ObjectNode source(String table, String snapshot, Instant at) {
        long before = position;
        position += 8L * random.nextInt(10, 90);
        ObjectNode source = object().put("version", VERSION);
        source.put("connector", "postgresql");
        source.put("name", NAME);
        source.put("snapshot", snapshot);
        source.put("db", "shop");
        source.put("sequence", "[\"" + before + "\",\"" + position + "\"]");
        source.put("schema", "public");
        source.put("table", table);
        source.put("txId", transaction);
        source.put("lsn", position);
        source.putNull("xmin");
        times(source, at);
        return source;
    }

    private static Draft mark(String id, String status, @Nullable Integer count, Instant at) {
        ObjectNode value = object().put("status", status).put("id", id);
        value.put("event_count", count);
        value.putNull("data_collections");
        value.put("ts_ms", at.toEpochMilli());
        return control(NAME + ".transaction", object().put("id", id), value);
    }

    private static Draft control(String topic, ObjectNode key, @Nullable ObjectNode value) {
        return new Draft(message(topic, key, value), Draft.Nature.CONTROL);
    }

    private static ObjectNode message(String topic, ObjectNode key, @Nullable ObjectNode value) {
        ObjectNode message = object().put("topic", topic);
        message.set("key", key);
        message.set("value", value);
        return message;
    }

    /** When it happened, in the three precisions that Debezium gives. */
    static void times(ObjectNode node, Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        node.put("ts_ms", micros / 1_000);
        node.put("ts_us", micros);
        node.put("ts_ns", micros * 1_000);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

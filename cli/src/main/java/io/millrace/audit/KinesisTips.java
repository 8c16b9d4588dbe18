package io.millrace.audit;

import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads each shard from its head to its tip. */
public final class KinesisTips implements StreamTips, AutoCloseable {

    private static final int RECORDS = 1_000;

    private final KinesisClient kinesis;
    private final String stream;

    public KinesisTips(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    @Override
    public Map<ShardId, Position> tips(Ledger ledger) {
        Map<ShardId, Position> tips = new HashMap<>();
        for (Shard shard : shards()) {
            ShardId id = new ShardId(stream, shard.shardId());
            Position end = ledger.head(id).map(head -> head.end()).orElse(null);
            tip(shard, end).ifPresent(tip -> tips.put(id, tip));
        }
        return tips;
    }

    private List<Shard> shards() {
        return kinesis.listShards(request -> request.streamName(stream)).shards();
    }

    private Optional<Position> tip(Shard shard, @Nullable Position after) {
        Position tip = null;
        String iterator = iterator(shard, after);
        while (iterator != null) {
            String from = iterator;
            GetRecordsResponse page =
                    kinesis.getRecords(request -> request.shardIterator(from).limit(RECORDS));
            List<Record> records = page.records();
            if (!records.isEmpty()) {
                tip = Position.parse(records.get(records.size() - 1).sequenceNumber());
            }
            Long behind = page.millisBehindLatest();
            iterator = behind != null && behind == 0 ? null : page.nextShardIterator();
        }
        return Optional.ofNullable(tip);
    }

    private String iterator(Shard shard, @Nullable Position after) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(stream).shardId(shard.shardId());
        if (after == null) {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(asWritten(after, shard));
        }
        return kinesis.getShardIterator(request.build()).shardIterator();
    }

    /** The emulator writes its numbers with leading zeros, all of one width, and compares them as texts. */
    private static String asWritten(Position position, Shard shard) {
        String number = position.toString();
        int width = shard.sequenceNumberRange().startingSequenceNumber().length();
        return "0".repeat(Math.max(0, width - number.length())) + number;
    }

    @Override
    public void close() {
        kinesis.close();
    }
}

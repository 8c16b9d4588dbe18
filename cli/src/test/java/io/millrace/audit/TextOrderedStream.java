package io.millrace.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** A stream of one shard with leading zeros in its sequence numbers, which it compares as text, as the emulator does. */
final class TextOrderedStream implements KinesisClient {

    private final List<Record> records = new ArrayList<>();

    void put(long sequenceNumber, Instant arrival) {
        records.add(Record.builder()
                .sequenceNumber(String.format("%020d", sequenceNumber))
                .approximateArrivalTimestamp(arrival)
                .build());
    }

    @Override
    public ListShardsResponse listShards(ListShardsRequest request) {
        return ListShardsResponse.builder()
                .shards(Shard.builder()
                        .shardId("shard-0")
                        .sequenceNumberRange(range -> range.startingSequenceNumber(String.format("%020d", 1)))
                        .build())
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        long from = records.stream().filter(record -> isBefore(record, request)).count();
        return GetShardIteratorResponse.builder()
                .shardIterator(Long.toString(from))
                .build();
    }

    private static boolean isBefore(Record record, GetShardIteratorRequest request) {
        return switch (request.shardIteratorType()) {
            case TRIM_HORIZON -> false;
            case AT_TIMESTAMP -> record.approximateArrivalTimestamp().isBefore(request.timestamp());
            case AFTER_SEQUENCE_NUMBER -> record.sequenceNumber().compareTo(request.startingSequenceNumber()) <= 0;
            default -> throw new UnsupportedOperationException(request.toString());
        };
    }

    /** One record a page. */
    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        int from = Integer.parseInt(request.shardIterator());
        int to = Math.min(from + 1, records.size());
        return GetRecordsResponse.builder()
                .records(records.subList(from, to))
                .nextShardIterator(Integer.toString(to))
                .millisBehindLatest(to < records.size() ? 1_000L : 0L)
                .build();
    }

    @Override
    public String serviceName() {
        return "kinesis";
    }

    @Override
    public void close() {}
}

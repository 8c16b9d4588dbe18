package io.millrace.local.host.poller;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** A stream through Kinesis' API. */
record KinesisShards(KinesisClient kinesis, String streamName) implements ShardSource {

    @Override
    public StreamDescription describe() {
        try {
            return new StreamDescription(
                    kinesis.describeStreamSummary(request -> request.streamName(streamName))
                            .streamDescriptionSummary()
                            .streamCreationTimestamp(),
                    listShards(ListShardsRequest.builder()
                                    .streamName(streamName)
                                    .build())
                            .toList());
        } catch (ResourceNotFoundException e) {
            throw new StreamMissingException("Stream not found: " + streamName);
        }
    }

    @Override
    public String iterator(String shardId, Position from) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(streamName).shardId(shardId);
        if (from instanceof Position.After after) {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(after.sequenceNumber());
        } else if (from instanceof Position.At at) {
            request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(at.timestamp());
        } else {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        }
        try {
            return kinesis.getShardIterator(request.build()).shardIterator();
        } catch (ResourceNotFoundException e) {
            throw new ShardGoneException("Shard gone: " + e.getMessage());
        }
    }

    @Override
    public Page read(String iterator, int limit) {
        try {
            GetRecordsResponse page = kinesis.getRecords(
                    request -> request.shardIterator(iterator).limit(limit));
            List<StreamRecord> records = page.records().stream()
                    .map(found -> new StreamRecord(
                            found.sequenceNumber(),
                            found.partitionKey(),
                            found.data().asByteArray(),
                            found.approximateArrivalTimestamp()))
                    .toList();
            return new Page(records, page.nextShardIterator(), Duration.ofMillis(page.millisBehindLatest()));
        } catch (ExpiredIteratorException e) {
            throw new IteratorExpiredException();
        } catch (ResourceNotFoundException e) {
            throw new ShardGoneException("Shard gone: " + e.getMessage());
        }
    }

    private Stream<Shard> listShards(ListShardsRequest request) {
        ListShardsResponse page = kinesis.listShards(request);
        Stream<Shard> shards = page.shards().stream()
                .map(found -> new Shard(
                        found.shardId(),
                        Stream.of(found.parentShardId(), found.adjacentParentShardId())
                                .filter(Objects::nonNull)
                                .toList(),
                        found.sequenceNumberRange().endingSequenceNumber() != null));
        return page.nextToken() == null
                ? shards
                : Stream.concat(
                        shards,
                        listShards(ListShardsRequest.builder()
                                .nextToken(page.nextToken())
                                .build()));
    }
}

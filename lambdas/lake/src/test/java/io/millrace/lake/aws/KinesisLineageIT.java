package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.ShardId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class KinesisLineageIT {
    private KinesisClient client;
    private String stream;

    @BeforeEach
    void createStream() {
        TestEndpoint endpoint = TestEndpoint.get();
        client = endpoint.access().kinesis();
        stream = "lineage-" + endpoint.run;
        client.createStream(create -> create.streamName(stream).shardCount(1));
        client.waiter().waitUntilStreamExists(wait -> wait.streamName(stream));
    }

    @Test
    void shards_are_known_by_their_parents() {
        KinesisLineage lineage = new KinesisLineage(client);
        ShardId first = new ShardId(stream, "shardId-000000000000");
        assertThat(lineage.firstShards(stream)).containsExactly(first.shard());

        client.splitShard(split -> split.streamName(stream)
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey("170141183460469231731687303715884105728"));
        client.waiter().waitUntilStreamExists(wait -> wait.streamName(stream));

        assertThat(lineage.parents(first)).isEmpty();
        assertThat(lineage.parents(new ShardId(stream, "shardId-000000000001"))).containsExactly(first);
        assertThat(lineage.parents(new ShardId(stream, "shardId-000000000002"))).containsExactly(first);
    }

    @Test
    void a_shard_that_is_not_listed_yet_is_an_outage() {
        ShardId tooNew = new ShardId(stream, "shardId-000000000099");
        assertThatThrownBy(() -> new KinesisLineage(client).parents(tooNew))
                .isInstanceOf(StreamException.class)
                .hasMessage("Cannot tell the parents of shard " + tooNew);
    }

    @Test
    void a_stream_that_cannot_be_asked_is_an_outage() {
        assertThatThrownBy(() -> new KinesisLineage(client).firstShards("nothing-" + stream))
                .isInstanceOf(StreamException.class)
                .hasMessage("Cannot list shards of stream nothing-" + stream);
    }
}

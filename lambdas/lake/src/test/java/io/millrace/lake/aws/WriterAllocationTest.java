package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.contract.Contracts;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.lake.Batch;
import io.millrace.lake.BatchReader;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reading an event allocates, which no clock is needed for: a tree made of it, or a second parse, would show. */
class WriterAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ShardId SHARD = new ShardId("events-g1", "shardId-000000000000");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int RECORDS = 200;
    private static final int EVENTS_A_RECORD = 6;

    private final BatchReader reader = new BatchReader(Contracts.bundled());

    /** Seen: 3.7 to 5 KB, by how much is compiled yet; 900 of it are the frame's bytes, and as many the payload's. */
    @Test
    void an_event_of_900_bytes_becomes_rows_for_at_most_8_kilobytes() {
        List<StreamRecord> records = records();
        Batch warm = reader.read(SHARD, records, NOON);

        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        Batch batch = reader.read(SHARD, records, NOON);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(batch).isNotSameAs(warm);
        assertThat(allocated / (RECORDS * EVENTS_A_RECORD)).isBetween(900L, 8_000L);
    }

    private static List<StreamRecord> records() {
        List<StreamRecord> records = new ArrayList<>();
        for (int record = 0; record < RECORDS; record++) {
            List<Entry> entries = new ArrayList<>();
            for (int event = 0; event < EVENTS_A_RECORD; event++) {
                entries.add(new Entry("app_events", "1.0.0", event, null, event(record, event), null));
            }
            byte[] data = FrameCodec.encode(new Frame("batch-" + record, NOON, "shop", "1", null, entries));
            records.add(new StreamRecord(Position.of(record + 1L), NOON.toEpochMilli(), data));
        }
        return records;
    }

    private static byte[] event(int record, int number) {
        return """
                {"event_id":"event-%d-%d","event_type":"view","event_timestamp":"2026-03-01T11:59:59.250Z",\
                "user_id":"u-%d","anonymous_id":"a-%d","session_id":"s-%d","app_type":"web","app_version":"4.12.0",\
                "event_value":19.9,"properties":{"page":"/","title":"%s"}}""".formatted(record, number, record, record, record, "Home ".repeat(120))
                .getBytes(UTF_8);
    }
}

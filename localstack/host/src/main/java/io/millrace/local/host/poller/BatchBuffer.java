package io.millrace.local.host.poller;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers records until a batch is full (by number or by bytes) or its window is over. */
final class BatchBuffer {

    /** Lambda's limit for the event of a synchronous invocation. */
    static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    private final int batchSize;
    private final Duration window;
    private final List<ReadRecord> records = new ArrayList<>();

    BatchBuffer(int batchSize, Duration window) {
        this.batchSize = batchSize;
        this.window = window;
    }

    void add(ReadRecord record) {
        records.add(record);
    }

    /** How many more records one batch takes. */
    int room() {
        return full() ? 0 : batchSize - records.size();
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }

    @Nullable
    Instant oldestArrival() {
        return records.isEmpty() ? null : records.get(0).record().arrival();
    }

    /** When the window of the first record is over; null while there is none. */
    @Nullable
    Instant deadline() {
        return records.isEmpty() ? null : records.get(0).readAt().plus(window);
    }

    /** Whether a batch is due: full, or its window over. */
    boolean due(Instant now) {
        Instant deadline = deadline();
        return deadline != null && (full() || !now.isBefore(deadline));
    }

    /** Removes the records of the first batch; at least one. */
    List<ReadRecord> take() {
        List<ReadRecord> first = records.subList(0, fitting());
        List<ReadRecord> batch = List.copyOf(first);
        first.clear();
        return batch;
    }

    private boolean full() {
        return records.size() >= batchSize || fitting() < records.size();
    }

    private int fitting() {
        long bytes = RecordEvents.ENVELOPE_BYTES;
        int count = 0;
        for (ReadRecord record : records) {
            bytes += record.element().length + 1;
            if (count > 0 && (count == batchSize || bytes > MAX_EVENT_BYTES)) {
                break;
            }
            count++;
        }
        return count;
    }
}

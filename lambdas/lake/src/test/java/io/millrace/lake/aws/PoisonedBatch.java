package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.invocation.FakeContext;
import io.millrace.lake.Position;
import io.millrace.lake.StreamRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A thousand good records and a bad one among them, delivered as the event source mapping does: again and again until
 * each is acknowledged, from the first that is not.
 */
final class PoisonedBatch {
    static final int GOOD = 1000;
    static final int BEFORE = 20;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MORE_THAN_IT_TAKES = 10;

    private final MemoryLake lake;
    private final Supplier<WriterHandler> processes;
    private WriterHandler process;
    private int failures;

    /** @param processes makes a writer that has just started */
    PoisonedBatch(MemoryLake lake, Supplier<WriterHandler> processes) {
        this.lake = lake;
        this.processes = processes;
        this.process = processes.get();
    }

    /** Invocations that failed before all was acknowledged. */
    int failures() {
        return failures;
    }

    static Position poisoned() {
        return Position.of(BEFORE);
    }

    void deliver(byte[] poison) throws IOException {
        List<StreamRecord> left = records(poison);
        while (!left.isEmpty()) {
            left = invoke(left);
            if (failures > MORE_THAN_IT_TAKES) {
                throw new IllegalStateException("Cannot deliver: " + failures + " invocations failed");
            }
        }
        lake.commit();
    }

    private static List<StreamRecord> records(byte[] poison) {
        long now = System.currentTimeMillis();
        List<StreamRecord> records = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            if (i == BEFORE) {
                records.add(new StreamRecord(poisoned(), now, poison));
            }
            int position = i < BEFORE ? i : i + 1;
            records.add(new StreamRecord(Position.of(position), now, Events.frame("b" + i, "e" + i)));
        }
        return records;
    }

    /** Returns what was not acknowledged. An {@link Error} ends the process, as it does on Lambda. */
    private List<StreamRecord> invoke(List<StreamRecord> records) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            process.handleRequest(
                    KinesisEvents.of(lake.shard, records),
                    answer,
                    new FakeContext("lake-writer", Duration.ofMinutes(2)));
        } catch (RuntimeException e) {
            failures++;
            return records;
        } catch (OutOfMemoryError e) {
            failures++;
            process = processes.get();
            return records;
        }
        JsonNode failed = JSON.readTree(answer.toByteArray()).path("batchItemFailures");
        if (failed.isEmpty()) {
            return List.of();
        }
        Position first = Position.parse(failed.get(0).path("itemIdentifier").asText());
        return records.stream()
                .filter(record -> record.position().compareTo(first) >= 0)
                .toList();
    }
}

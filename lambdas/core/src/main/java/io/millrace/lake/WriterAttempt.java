package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A writer's one try at the records after one head: filled step by step, thrown away whole. */
final class WriterAttempt {
    final Head head;
    final List<StreamRecord> records;
    final boolean poison;
    final Deque<Map.Entry<TableDefinition, List<Object[]>>> unwritten = new ArrayDeque<>();
    final List<DataFileRef> files = new ArrayList<>();
    List<MinuteCounts> counts = List.of();
    Run fingerprints = Run.empty();
    Windows.@Nullable Tagged window;

    @Nullable
    ClaimBody body;

    String path = "";

    /** @param poison the only record is to be kept unread */
    WriterAttempt(Head head, List<StreamRecord> records, boolean poison) {
        this.head = head;
        this.records = records;
        this.poison = poison;
    }

    Windows.Tagged window() {
        return Objects.requireNonNull(window, "window");
    }

    ClaimBody body() {
        return Objects.requireNonNull(body, "body");
    }
}

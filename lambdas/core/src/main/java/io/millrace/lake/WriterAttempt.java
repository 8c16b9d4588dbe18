package io.millrace.lake;

import java.util.List;

/**
 * A writer's one try at records after one head.
 *
 * @param records at least one, ascending, none of which the head covers
 * @param poison the only record is to be kept unread
 */
record WriterAttempt(Head head, List<StreamRecord> records, boolean poison) {
    StreamRecord first() {
        return records.get(0);
    }
}

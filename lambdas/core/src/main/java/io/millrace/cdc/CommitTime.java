package io.millrace.cdc;

import io.millrace.event.IsoTime;
import io.millrace.event.Rules;
import java.io.IOException;
import java.util.OptionalLong;

/** When a source committed a change, in microseconds since the epoch. */
final class CommitTime {
    private static final long MIN_MICROS = IsoTime.MIN_MILLIS * 1000;
    private static final long MAX_MICROS = (IsoTime.MAX_MILLIS + 1) * 1000 - 1;

    private CommitTime() {}

    /** Of the first block that has one, each as exact as it says it; 0 stands for none in old connectors. */
    static long of(SourceBlock source, SourceBlock envelope) throws IOException, UnreadableChangeException {
        for (SourceBlock block : new SourceBlock[] {source, envelope}) {
            OptionalLong micros = find(block);
            if (micros.isPresent()) {
                return micros.getAsLong();
            }
        }
        throw source.lacks("ts_ms", "is required: without it nobody can tell when the change was committed");
    }

    private static OptionalLong find(SourceBlock block) throws IOException, UnreadableChangeException {
        JsonValue micros = block.find("ts_us");
        if (micros != null && micros.whole() != 0) {
            return OptionalLong.of(inYears(micros, micros.whole()));
        }
        JsonValue millis = block.find("ts_ms");
        if (millis != null && millis.whole() != 0) {
            long value = millis.whole();
            return OptionalLong.of(
                    inYears(millis, Math.abs(value) > IsoTime.MAX_MILLIS ? Long.MAX_VALUE : value * 1000));
        }
        return OptionalLong.empty();
    }

    /** Of an ISO 8601 text. */
    static long ofText(JsonValue value) throws IOException, UnreadableChangeException {
        OptionalLong micros = IsoTime.micros(value.text());
        if (micros.isEmpty()) {
            throw new UnreadableChangeException(
                    Rules.TYPE,
                    value.pointer(),
                    "must be an ISO 8601 time with Z or an offset, as 2026-03-01T12:00:00Z");
        }
        return micros.getAsLong();
    }

    private static long inYears(JsonValue value, long micros) throws UnreadableChangeException {
        if (micros < MIN_MICROS || micros > MAX_MICROS) {
            throw new UnreadableChangeException(Rules.RANGE, value.pointer(), "must be a time of the years 1 to 9999");
        }
        return micros;
    }
}

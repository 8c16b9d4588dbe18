package io.millrace.simulate;

import java.time.Duration;

/**
 * One event as it is sent.
 *
 * @param number of the event in its dataset, from 0; a duplicate carries the number of its first copy
 * @param rule what an invalid event breaks; empty for the others
 * @param json the bytes, the same ones in every copy and every resend
 * @param due when it is sent, from the start of the traffic
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
public record SimulatedEvent(String dataset, int number, Kind kind, String rule, byte[] json, Duration due) {

    /** What the simulator did to it. */
    public enum Kind {
        /** As a well-behaved client sends it. */
        PLAIN,
        /** Its time is hours or days ago. */
        LATE,
        /** Its value was put far off the others. */
        OUTLIER,
        /** Keeps its contract, which warns of it. */
        ODD,
        /** Breaks its contract; the door rejects and keeps it. */
        INVALID,
        /** A mark between change records: it gets no row in silver. */
        CONTROL,
        /** The bytes of an event that was sent before. */
        DUPLICATE
    }
}

package io.millrace.proof.world;

import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.util.List;

/** A record that the stream took, and so what the lake must hold. */
public final class SimRecord {
    /** What a record does to who reads it. */
    public enum Kind {
        FRAME(0),
        NO_FRAME(1),
        KILLER(2),
        THROWING(3);

        private static final Kind[] BY_CODE = {FRAME, NO_FRAME, KILLER, THROWING};

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            return BY_CODE[code];
        }
    }

    private final int serial;
    private final Kind kind;
    private final ShardId shard;
    private final List<SimEvent> events;
    private final StreamRecord delivered;
    private boolean suspect;

    SimRecord(int serial, Kind kind, ShardId shard, List<SimEvent> events, StreamRecord delivered) {
        this.serial = serial;
        this.kind = kind;
        this.shard = shard;
        this.events = events;
        this.delivered = delivered;
    }

    /** Number of the record among all of the schedule. */
    public int serial() {
        return serial;
    }

    public Kind kind() {
        return kind;
    }

    public ShardId shard() {
        return shard;
    }

    public List<SimEvent> events() {
        return events;
    }

    /** As the stream hands it out. */
    public StreamRecord delivered() {
        return delivered;
    }

    /** Whether a writer may have died with it alone. */
    boolean isSuspect() {
        return suspect;
    }

    void suspect() {
        suspect = true;
    }

    @Override
    public String toString() {
        return shard.shard() + "/" + delivered.position() + (kind == Kind.FRAME ? "" : " " + kind) + events;
    }
}

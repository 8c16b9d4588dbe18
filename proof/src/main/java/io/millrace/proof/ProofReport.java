package io.millrace.proof;

import io.millrace.proof.fault.Fault;
import io.millrace.proof.world.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** What many schedules had in them, and the first that failed. */
public final class ProofReport {
    private static final Fault[] FAULTS = Fault.values();

    private final long[] hits = new long[FAULTS.length];
    private long schedules;
    private long records;
    private long resharded;
    private long fewestRecords = Long.MAX_VALUE;
    private long fewestFaults = Long.MAX_VALUE;
    private OptionalLong failedSeed = OptionalLong.empty();

    void add(Outcome outcome) {
        schedules++;
        records += outcome.records();
        resharded += outcome.resharded() ? 1 : 0;
        long faults = 0;
        for (int i = 0; i < hits.length; i++) {
            hits[i] += outcome.hits()[i];
            faults += FAULTS[i].isPlanned() ? outcome.hits()[i] : 0;
        }
        fewestRecords = Math.min(fewestRecords, outcome.records());
        fewestFaults = Math.min(fewestFaults, faults);
    }

    void add(ProofReport other) {
        schedules += other.schedules;
        records += other.records;
        resharded += other.resharded;
        for (int i = 0; i < hits.length; i++) {
            hits[i] += other.hits[i];
        }
        fewestRecords = Math.min(fewestRecords, other.fewestRecords);
        fewestFaults = Math.min(fewestFaults, other.fewestFaults);
        if (other.failedSeed.isPresent()
                && (failedSeed.isEmpty() || other.failedSeed.getAsLong() < failedSeed.getAsLong())) {
            failedSeed = other.failedSeed;
        }
    }

    void fail(long seed) {
        failedSeed = OptionalLong.of(seed);
    }

    /** Schedules that ended well. */
    public long schedules() {
        return schedules;
    }

    public long records() {
        return records;
    }

    /** Schedules in which a shard was split or merged. */
    public long resharded() {
        return resharded;
    }

    /** The fewest records of any schedule. */
    public long fewestRecords() {
        return fewestRecords;
    }

    /** The fewest faults that hit in any schedule, without those that follow from others. */
    public long fewestFaults() {
        return fewestFaults;
    }

    public Map<Fault, Long> hits() {
        Map<Fault, Long> byFault = new EnumMap<>(Fault.class);
        for (int i = 0; i < hits.length; i++) {
            byFault.put(FAULTS[i], hits[i]);
        }
        return byFault;
    }

    /** The lowest seed that is known to fail. */
    public OptionalLong failedSeed() {
        return failedSeed;
    }
}

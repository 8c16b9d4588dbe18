package io.millrace.lake;

/**
 * What became of the events of one dataset that were received in one minute. The two equations of the ledger hold for
 * each, and so for every sum of them.
 *
 * @param dataset name; {@link #UNDECODABLE} for records that are no frame or whose dataset is unknown
 * @param minute of receipt, epoch minutes
 * @param received events that came down the stream
 * @param bronze rows appended to bronze
 * @param quarantineDoor rows quarantined because the door rejected the event
 * @param silver rows appended to silver
 * @param quarantineRow rows quarantined by the row rules after the door
 * @param duplicates copies of an event that silver has
 * @param control records that are no events (heartbeats, transaction marks)
 */
public record MinuteCounts(
        String dataset,
        long minute,
        long received,
        long bronze,
        long quarantineDoor,
        long silver,
        long quarantineRow,
        long duplicates,
        long control) {

    /** Stands for a dataset in the counts of records that could not be decoded; they are outside the equations. */
    public static final String UNDECODABLE = "undecodable";

    /** A minute in which nothing was received. */
    public static MinuteCounts none(String dataset, long minute) {
        return new MinuteCounts(dataset, minute, 0, 0, 0, 0, 0, 0, 0);
    }

    /** {@code received = bronze + quarantine(door)}. */
    public boolean receivedBalances() {
        return received == bronze + quarantineDoor;
    }

    /** {@code bronze = silver + quarantine(row) + duplicates + control}. */
    public boolean bronzeBalances() {
        return bronze == silver + quarantineRow + duplicates + control;
    }

    /** By how many events the two equations do not hold; 0 outside of them. */
    public long gapEvents() {
        return dataset.equals(UNDECODABLE)
                ? 0
                : Math.abs(received - bronze - quarantineDoor)
                        + Math.abs(bronze - silver - quarantineRow - duplicates - control);
    }

    /** The sum of two, under the names of this. */
    public MinuteCounts plus(MinuteCounts other) {
        return new MinuteCounts(
                dataset,
                minute,
                received + other.received,
                bronze + other.bronze,
                quarantineDoor + other.quarantineDoor,
                silver + other.silver,
                quarantineRow + other.quarantineRow,
                duplicates + other.duplicates,
                control + other.control);
    }
}

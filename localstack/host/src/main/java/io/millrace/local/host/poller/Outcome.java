package io.millrace.local.host.poller;

/** What came of handing a batch to the function. */
sealed interface Outcome {

    /** Every record is done. */
    record Succeeded() implements Outcome {}

    /**
     * The function failed.
     *
     * @param firstFailed index of the first record to retry; 0 when the whole batch failed
     * @param error what the function answered
     */
    record Failed(int firstFailed, String error) implements Outcome {}

    /** The batch did not reach the function: throttled, or not deployed. Costs no retry. */
    record NotDelivered(String reason) implements Outcome {}
}

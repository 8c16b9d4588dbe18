package io.millrace.ingest;

import io.millrace.event.Judgment;
import io.millrace.event.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * One event of a request after the check.
 *
 * @param index its position in the body, from 0
 * @param dataset the known dataset that it goes to; null when it names none that is known
 * @param contractVersion the version it was checked against; null without a dataset
 * @param kept whether it goes down the stream: accepted, or rejected and kept for quarantine
 */
record Inspected(
        int index,
        Slice slice,
        @Nullable String dataset,
        @Nullable String contractVersion,
        Judgment judgment,
        boolean kept) {

    /** Whether it is an event that keeps its contract, or a control record. */
    boolean accepted() {
        return !(judgment instanceof Rejected);
    }
}

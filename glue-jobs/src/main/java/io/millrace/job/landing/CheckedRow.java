package io.millrace.job.landing;

import org.jspecify.annotations.Nullable;

/**
 * What one landed row becomes, values in the order of the tables' columns.
 *
 * @param bronze as it was landed
 * @param typed where it keeps its contract, else null
 * @param quarantined where it does not, else null
 */
@SuppressWarnings("ArrayRecordComponent") // one per row; nobody compares them
record CheckedRow(
        @Nullable Object[] bronze,
        @Nullable Object @Nullable [] typed,
        @Nullable Object @Nullable [] quarantined) {}

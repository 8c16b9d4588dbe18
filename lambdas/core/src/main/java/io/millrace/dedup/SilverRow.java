package io.millrace.dedup;

import java.util.Comparator;

/**
 * What the exact pass needs of a row of silver. Rows are ordered by receipt, then by place in the source; the place in the
 * table breaks a tie, and is the one name that no two rows share.
 *
 * @param event which event it is a copy of
 * @param receivedAtMicros when the door took it, epoch microseconds ({@code _received_at})
 * @param source where it comes from ({@code _source_position})
 * @param file path of the data file that holds it
 * @param row its number in the file, from 0
 */
public record SilverRow(Fingerprint event, long receivedAtMicros, SourcePosition source, String file, long row)
        implements Comparable<SilverRow> {
    private static final Comparator<SilverRow> ORDER = Comparator.comparingLong(SilverRow::receivedAtMicros)
            .thenComparing(SilverRow::source)
            .thenComparing(SilverRow::file)
            .thenComparingLong(SilverRow::row);

    @Override
    public int compareTo(SilverRow other) {
        return ORDER.compare(this, other);
    }
}

package io.millrace.lake.aws;

import io.millrace.lake.FoldMark;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.jspecify.annotations.Nullable;

/**
 * The condition under which a fold may be appended, asked by Iceberg on the first try of a commit and on every retry,
 * each time with the metadata that this try would replace.
 *
 * <ol>
 *   <li>The table's mark is still the previous fold.
 *   <li>The newest snapshot of its history that bears a mark, if one is left, bears the previous fold. A table that was
 *       rolled back keeps its property and loses rows; it must not go on as if nothing had happened.
 *   <li>The snapshot that was current when the table was loaded is still in the history.
 * </ol>
 *
 * It answers by exceptions that are not Iceberg's own, see {@link OtherFoldException}.
 */
final class FoldGuard implements SnapshotAncestryValidator {
    private final String table;
    private final long previous;
    private final @Nullable Snapshot loaded;
    private final Supplier<Map<String, String>> properties;

    /** @param properties the table's properties as the try at hand found them */
    FoldGuard(String table, long previous, @Nullable Snapshot loaded, Supplier<Map<String, String>> properties) {
        this.table = table;
        this.previous = previous;
        this.loaded = loaded;
        this.properties = properties;
    }

    /**
     * @throws OtherFoldException if the mark has moved
     * @throws IllegalStateException if mark and history do not belong together
     */
    @Override
    public boolean validate(Iterable<Snapshot> newestFirst) {
        long mark = FoldMark.in(properties.get());
        if (mark != previous) {
            throw new OtherFoldException("Cannot append to " + table + ": it holds fold " + mark + ", not " + previous);
        }
        long newest = FoldMark.NONE;
        boolean descends = loaded == null;
        for (Snapshot snapshot : newestFirst) {
            newest = newest == FoldMark.NONE ? FoldMark.in(snapshot.summary()) : newest;
            descends = descends || (loaded != null && snapshot.snapshotId() == loaded.snapshotId());
        }
        if (newest != FoldMark.NONE && newest != previous) {
            throw new IllegalStateException("Cannot append to " + table + ": its mark is fold " + previous
                    + " and its newest marked snapshot fold " + newest);
        }
        if (!descends) {
            throw new IllegalStateException(
                    "Cannot append to " + table + ": the snapshot that was current when it was loaded is"
                            + " not in its history any more: " + loaded);
        }
        return true;
    }
}

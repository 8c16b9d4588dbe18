package io.millrace.lake;

import java.util.Map;
import java.util.Set;

/**
 * The f-th fold as the ledger holds it: which claims go into the tables together.
 *
 * @param number f, from 1, without gaps
 * @param manifest where its {@link FoldManifest} lies
 * @param ranges the claims that it folds, by shard
 * @param previous for each table that it touches, the fold that touched it last, 0 for none
 * @param pending tables, of this or an earlier fold, not yet known to be up to date; a hint that saves loading every
 *     table: a table leaves it only when someone saw it up to date
 */
public record Fold(
        long number,
        String manifest,
        Map<ShardId, ClaimRange> ranges,
        Map<String, Long> previous,
        Set<String> pending) {

    public Fold {
        if (number < 1) {
            throw new IllegalArgumentException("Cannot make fold: number " + number);
        }
        ranges = Map.copyOf(ranges);
        previous = Map.copyOf(previous);
        pending = Set.copyOf(pending);
    }
}

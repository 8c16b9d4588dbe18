package io.millrace.lake;

import java.util.List;
import java.util.Map;

/**
 * What a fold stands for; a JSON object on the object store. The frontier and the last folds are cumulative, so that the
 * newest manifest alone says what is folded.
 *
 * @param fold its number
 * @param createdAtMillis when it was made
 * @param frontier for each shard the number of its newest folded claim, of this or an earlier fold
 * @param lastFolds for each table the newest fold that touches it, this or an earlier one
 * @param files the data files that it appends, by table
 * @param claims paths of the claim bodies that it folds
 * @param counts what became of the events of its claims
 */
public record FoldManifest(
        long fold,
        long createdAtMillis,
        Map<String, Long> frontier,
        Map<String, Long> lastFolds,
        Map<String, List<DataFileRef>> files,
        List<String> claims,
        List<MinuteCounts> counts) {

    public FoldManifest {
        frontier = Map.copyOf(frontier);
        lastFolds = Map.copyOf(lastFolds);
        files = Map.copyOf(files);
        claims = List.copyOf(claims);
        counts = List.copyOf(counts);
    }

    /** What stands for "nothing folded yet". */
    public static FoldManifest none() {
        return new FoldManifest(0, 0, Map.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /** Number of the newest folded claim of a shard, 0 for none. */
    public long folded(ShardId shard) {
        return frontier.getOrDefault(shard.toString(), 0L);
    }
}

package io.millrace.lake;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param held tables that a pause keeps as they are, with the newest fold that they hold; they take no later one, also not
 *     this, before a fold that does not name them any more
 */
public record FoldManifest(
        long fold,
        long createdAtMillis,
        Map<String, Long> frontier,
        Map<String, Long> lastFolds,
        Map<String, List<DataFileRef>> files,
        List<String> claims,
        List<MinuteCounts> counts,
        @JsonInclude(NON_EMPTY) Map<String, Long> held) {

    /** @param held null in a manifest from before there were pauses */
    @JsonCreator
    public FoldManifest(
            long fold,
            long createdAtMillis,
            Map<String, Long> frontier,
            Map<String, Long> lastFolds,
            Map<String, List<DataFileRef>> files,
            List<String> claims,
            List<MinuteCounts> counts,
            @Nullable Map<String, Long> held) {
        this.fold = fold;
        this.createdAtMillis = createdAtMillis;
        this.frontier = Map.copyOf(frontier);
        this.lastFolds = Map.copyOf(lastFolds);
        this.files = Map.copyOf(files);
        this.claims = List.copyOf(claims);
        this.counts = List.copyOf(counts);
        this.held = held == null ? Map.of() : Map.copyOf(held);
    }

    /** While nothing is paused. */
    public FoldManifest(
            long fold,
            long createdAtMillis,
            Map<String, Long> frontier,
            Map<String, Long> lastFolds,
            Map<String, List<DataFileRef>> files,
            List<String> claims,
            List<MinuteCounts> counts) {
        this(fold, createdAtMillis, frontier, lastFolds, files, claims, counts, Map.of());
    }

    /** What stands for "nothing folded yet". */
    public static FoldManifest none() {
        return new FoldManifest(0, 0, Map.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    /**
     * The fold as the ledger holds it.
     *
     * @param before the manifest of the fold before this
     * @param path where this manifest lies
     * @param stillPending tables that earlier folds left behind
     */
    public Fold fold(FoldManifest before, String path, Set<String> stillPending) {
        if (fold != before.fold() + 1) {
            throw new IllegalArgumentException("Cannot make fold " + fold + ": it does not follow " + before.fold());
        }
        Map<ShardId, ClaimRange> ranges = new HashMap<>();
        frontier.forEach((shard, last) -> {
            long first = before.frontier().getOrDefault(shard, 0L) + 1;
            if (last >= first) {
                ranges.put(ShardId.parse(shard), new ClaimRange(first, last));
            }
        });
        Map<String, Long> previous = new HashMap<>();
        files.keySet().forEach(table -> previous.put(table, before.lastFolds().getOrDefault(table, 0L)));
        Set<String> pending = new HashSet<>(stillPending);
        pending.addAll(files.keySet());
        return new Fold(fold, path, ranges, previous, pending);
    }

    /** Number of the newest folded claim of a shard, 0 for none. */
    public long folded(ShardId shard) {
        return frontier.getOrDefault(shard.toString(), 0L);
    }
}

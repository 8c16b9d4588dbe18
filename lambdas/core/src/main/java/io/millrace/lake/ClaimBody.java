package io.millrace.lake;

import io.millrace.dedup.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim stands for; lies on the object store, see {@link ClaimBodyCodec}.
 *
 * @param claimId id of the claim
 * @param shard whose it is
 * @param k its number
 * @param first position of the first record that it covers
 * @param end position of the last
 * @param newestArrivalMillis when the newest of its records arrived in the stream
 * @param createdAtMillis when it was made
 * @param files data files for the tables
 * @param counts what became of its events
 * @param window where the shard's last sealed dedup window lies, or null before the first
 * @param windowK number of the claim up to which that window reaches, 0 if there is none
 * @param fingerprints of the events that it brings to silver
 */
public record ClaimBody(
        String claimId,
        ShardId shard,
        long k,
        Position first,
        Position end,
        long newestArrivalMillis,
        long createdAtMillis,
        List<DataFileRef> files,
        List<MinuteCounts> counts,
        @Nullable String window,
        long windowK,
        Run fingerprints) {

    public ClaimBody {
        files = List.copyOf(files);
        counts = List.copyOf(counts);
    }
}

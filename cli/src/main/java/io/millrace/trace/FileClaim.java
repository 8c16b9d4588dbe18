package io.millrace.trace;

import io.millrace.replay.ReplayShard;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claim that a data file is named for: {@code SHARD-K-CLAIM-UUID.parquet}, as the writer names it.
 *
 * @param k number of the claim in its shard
 */
record FileClaim(long k, String claimId) {

    private static final Pattern REST =
            Pattern.compile("-(\\d+)-(.+)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.parquet");

    /** Whether a replay of quarantine wrote the file: its claim is in the replay's shard, not in the row's. */
    static boolean isOfReplay(String path) {
        return ReplayShard.wrote(path);
    }

    /** Empty for a file that was written again since, as compaction does. */
    static Optional<FileClaim> of(String shard, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.startsWith(shard)) {
            return Optional.empty();
        }
        Matcher rest = REST.matcher(name.substring(shard.length()));
        return rest.matches()
                ? Optional.of(new FileClaim(Long.parseLong(rest.group(1)), rest.group(2)))
                : Optional.empty();
    }
}

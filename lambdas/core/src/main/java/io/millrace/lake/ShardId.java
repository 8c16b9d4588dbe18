package io.millrace.lake;

/**
 * One ordered source of records: a shard of one stream generation, or a virtual shard (a replay, a landed file).
 *
 * @param stream name of the stream, which carries its generation, so that a recreated stream starts afresh
 * @param shard the shard's id in it
 */
public record ShardId(String stream, String shard) implements Comparable<ShardId> {
    public ShardId {
        if (stream.isEmpty() || shard.isEmpty() || stream.indexOf('/') >= 0 || shard.indexOf('/') >= 0) {
            throw new IllegalArgumentException("Cannot name shard: '" + stream + "', '" + shard + "'");
        }
    }

    /** Reads what {@link #toString()} wrote. */
    public static ShardId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Cannot read shard: '" + text + "'");
        }
        return new ShardId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ShardId other) {
        int byStream = stream.compareTo(other.stream);
        return byStream != 0 ? byStream : shard.compareTo(other.shard);
    }

    @Override
    public String toString() {
        return stream + "/" + shard;
    }
}

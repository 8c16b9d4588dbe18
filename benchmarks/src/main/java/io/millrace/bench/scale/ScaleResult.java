package io.millrace.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.bench.lake.MemoryFiles;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/**
 * What came out of a simulation.
 *
 * @param mostSnapshots that the committer gave any table in any interval
 * @param unfoldedClaims that were left at the end
 * @param folds what each used, in the last phase
 * @param measuredCpuNanos of the committer function for the folds in which metadata went through files
 * @param metadata of the largest table, as it was before each maintenance
 */
public record ScaleResult(
        ScalePlan plan,
        long mostSnapshots,
        long unfoldedClaims,
        List<FoldFigures> folds,
        List<Long> measuredCpuNanos,
        List<Metadata> metadata) {
    public ScaleResult {
        folds = List.copyOf(folds);
        measuredCpuNanos = List.copyOf(measuredCpuNanos);
        metadata = List.copyOf(metadata);
    }

    /** The middle one of all folds. */
    public long median(ToLongFunction<FoldFigures> of) {
        return middle(folds.stream().mapToLong(of).sorted().toArray());
    }

    /** The middle one of those that were measured, 0 if none was. */
    public long cpuMicros() {
        return middle(measuredCpuNanos.stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .toArray())
                / 1000;
    }

    /** The largest that any table's metadata was. */
    public Metadata largest() {
        return metadata.stream().max(Comparator.comparingLong(Metadata::bytes)).orElseThrow();
    }

    private static long middle(long[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /**
     * A table's metadata at some time.
     *
     * @param since the beginning
     * @param bytes of the metadata file, which each commit writes again and each query reads
     * @param snapshots in it
     * @param tags in it
     * @param manifests of the newest snapshot
     * @param treeBytes of all manifests and manifest lists that are there
     */
    public record Metadata(
            Duration since, String table, long bytes, int snapshots, int tags, int manifests, long treeBytes) {
        static Metadata of(Duration since, String table, TableMetadata metadata, MemoryFiles files) {
            return new Metadata(
                    since,
                    table,
                    TableMetadataParser.toJson(metadata).getBytes(UTF_8).length,
                    metadata.snapshots().size(),
                    metadata.refs().size() - 1,
                    metadata.currentSnapshot() == null
                            ? 0
                            : metadata.currentSnapshot().allManifests(files).size(),
                    files.bytes(metadata.location()));
        }
    }
}

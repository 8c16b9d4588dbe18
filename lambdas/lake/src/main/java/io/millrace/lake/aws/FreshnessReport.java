package io.millrace.lake.aws;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.MinuteCounts;
import io.millrace.metric.MetricLine;
import io.millrace.metric.PlatformMetrics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells after a run of the committer how late rows became visible: of each dataset in a fold that is new, by the minute in
 * which its oldest events were received; of each dataset with a table that stays behind, by the age of what it holds.
 */
final class FreshnessReport {
    private final CommitterServices services;
    private final Contracts contracts;
    private final String environment;
    private final PrintStream out;

    FreshnessReport(CommitterServices services, Contracts contracts, String environment, PrintStream out) {
        this.services = services;
        this.contracts = contracts;
        this.environment = environment;
        this.out = out;
    }

    /** Number of the newest fold, 0 for none: to be asked for before a run. */
    long newestFold() {
        return services.ledger().lastFold().map(Fold::number).orElse(0L);
    }

    /** @param before the newest fold before the run */
    void tell(long before) {
        Optional<Fold> found = services.ledger().lastFold();
        if (found.isEmpty()) {
            return;
        }
        Fold last = found.get();
        Map<String, Instant> oldest = new TreeMap<>();
        if (last.number() > before) {
            for (MinuteCounts counts : manifest(last).counts()) {
                // Not of what could not be decoded, which is no dataset's.
                if (contracts.find(counts.dataset()).isPresent()) {
                    Instant minute = Instant.EPOCH.plus(Duration.ofMinutes(counts.minute()));
                    keepOldest(oldest, counts.dataset(), minute);
                }
            }
        }
        for (String table : last.pending()) {
            dataset(table).ifPresent(dataset -> held(table).ifPresent(at -> keepOldest(oldest, dataset, at)));
        }
        Instant now = services.clock().instant();
        oldest.forEach((dataset, at) -> out.println(new MetricLine(now, environment)
                .dimension(PlatformMetrics.DATASET, dataset)
                .metric(
                        PlatformMetrics.FRESHNESS,
                        "Seconds",
                        Duration.between(at, now).toMillis() / 1000.0)));
    }

    /** When the fold was made that a table holds last; empty for a table that holds none. */
    private Optional<Instant> held(String table) {
        return services.ledger()
                .fold(services.tables().fold(table))
                .map(fold -> Instant.ofEpochMilli(manifest(fold).createdAtMillis()));
    }

    private Optional<String> dataset(String table) {
        String name = table.substring(table.lastIndexOf('.') + 1);
        return contracts.all().stream()
                .filter(each -> Stream.of(each.bronze(), each.silver(), each.quarantine())
                        .anyMatch(of -> of.name().equals(name)))
                .map(Contract::dataset)
                .findFirst();
    }

    private FoldManifest manifest(Fold fold) {
        return FoldManifestCodec.read(services.store().read(fold.manifest()));
    }

    private static void keepOldest(Map<String, Instant> oldest, String dataset, Instant at) {
        oldest.merge(dataset, at, (one, other) -> one.isBefore(other) ? one : other);
    }
}

package io.millrace.proof.world;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.MinuteCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Compares what the lake holds with what the stream took. Knows nothing of how one became the other. */
final class Audit {
    private final World world;
    private final int[] bronze;
    private final int[] silver;
    private final int[] quarantine;
    private final int[] undecodable;
    private final Map<String, long[]> rows = new HashMap<>();

    Audit(World world) {
        this.world = world;
        int origins = world.stream.records.size() * Format.EVENTS;
        bronze = new int[origins];
        silver = new int[origins];
        quarantine = new int[origins];
        undecodable = new int[origins];
    }

    void check() {
        for (String table : world.lakeTables.names()) {
            read(table);
        }
        Map<SimEvent, List<SimRecord>> inSilver = new HashMap<>();
        Set<SimEvent> wanted = new HashSet<>();
        for (SimRecord record : world.stream.records) {
            check(record, wanted, inSilver);
        }
        for (SimEvent event : wanted) {
            checkOnce(event, inSilver.getOrDefault(event, List.of()));
        }
        checkFolds();
    }

    private void read(String table) {
        String name = table.substring(table.indexOf('.') + 1);
        int[] counts = name.endsWith("_bronze")
                ? bronze
                : name.endsWith("_silver") ? silver : name.startsWith("undecodable") ? undecodable : quarantine;
        long total = 0;
        for (String path : world.lakeTables.files(table)) {
            List<Object[]> file = world.files.rows(path);
            if (file == null) {
                throw new BrokenInvariantException("File " + path + " of " + table + " is gone");
            }
            for (Object[] row : file) {
                counts[world.format.origin(row)]++;
            }
            total += file.size();
        }
        String dataset = name.substring(0, name.lastIndexOf('_'));
        long[] sums = rows.computeIfAbsent(dataset, unused -> new long[3]);
        sums[counts == bronze ? 0 : counts == silver ? 1 : 2] += total;
    }

    private void check(SimRecord record, Set<SimEvent> wanted, Map<SimEvent, List<SimRecord>> inSilver) {
        int origin = record.serial() * Format.EVENTS;
        boolean unread = undecodable[origin] > 0;
        if (unread && record.kind() == SimRecord.Kind.FRAME) {
            demand(
                    record.isSuspect() || world.stream.crowded(record.shard()),
                    () -> "Record " + record + " was kept unread, and no writer died with it");
        }
        boolean mustBeUnread = record.kind() != SimRecord.Kind.FRAME;
        demand(
                undecodable[origin] == 1 || (undecodable[origin] == 0 && !mustBeUnread),
                () -> "Record " + record + " is in undecodable " + undecodable[origin] + " times");
        for (int i = 0; i < record.events().size(); i++) {
            int at = origin + i;
            SimEvent event = record.events().get(i);
            boolean door = event.fate() == SimEvent.Fate.DOOR;
            demandCount(bronze[at], unread || door ? 0 : 1, "bronze", event, record);
            demandCount(
                    quarantine[at],
                    !unread && event.fate() != SimEvent.Fate.SILVER ? 1 : 0,
                    "quarantine",
                    event,
                    record);
            demand(
                    silver[at] <= 1,
                    () -> "Copy of " + event + " in " + record + " is in silver " + silver[at] + " times");
            if (!unread && event.fate() == SimEvent.Fate.SILVER) {
                wanted.add(event);
            }
            if (silver[at] > 0) {
                inSilver.computeIfAbsent(event, unused -> new ArrayList<>(1)).add(record);
            }
        }
    }

    private static void demandCount(int found, int wanted, String table, SimEvent event, SimRecord record) {
        demand(
                found == wanted,
                () -> "Copy of " + event + " in " + record + " is in " + table + " " + found + " times, not " + wanted);
    }

    private static void checkOnce(SimEvent event, List<SimRecord> copies) {
        demand(!copies.isEmpty(), () -> "Event " + event + " is in bronze and not in silver");
        for (int i = 0; i < copies.size(); i++) {
            for (int j = 0; j < i; j++) {
                SimRecord one = copies.get(i);
                SimRecord other = copies.get(j);
                long apart = Math.abs(
                        one.delivered().arrivedAtMillis() - other.delivered().arrivedAtMillis());
                demand(
                        apart > World.DEDUP_WINDOW.toMillis()
                                || !one.shard().stream().equals(other.shard().stream()),
                        () -> "Event " + event + " is in silver from " + one + " and from " + other + ", " + apart
                                + " ms apart");
            }
        }
    }

    private void checkFolds() {
        Map<String, Long> marks = new HashMap<>();
        Map<String, long[]> counted = new HashMap<>();
        LakeObjects objects = new LakeObjects(world.objects);
        long last = world.ledgerBehind().lastFold().map(Fold::number).orElse(0L);
        FoldManifest before = FoldManifest.none();
        for (long number = 1; number <= last; number++) {
            String path = objects.foldPath(number);
            FoldManifest manifest = FoldManifestCodec.read(world.objects.read(path));
            Fold made = manifest.fold(before, path, Set.of());
            before = manifest;
            // A rebuilt ledger holds only those that somebody still asks for.
            Fold fold = world.ledgerBehind().fold(number).orElse(made);
            fold.previous()
                    .forEach((table, previous) -> demand(
                            previous.equals(marks.getOrDefault(table, 0L)),
                            () -> "Fold " + fold.number() + " follows fold " + previous + " of " + table + ", not "
                                    + marks.getOrDefault(table, 0L)));
            fold.previous().keySet().forEach(table -> marks.put(table, fold.number()));
            for (MinuteCounts counts : manifest.counts()) {
                boolean outside = counts.dataset().equals(MinuteCounts.UNDECODABLE);
                demand(
                        outside || (counts.receivedBalances() && counts.bronzeBalances()),
                        () -> "The equations do not hold: " + counts);
                long[] sums = counted.computeIfAbsent(counts.dataset(), unused -> new long[3]);
                sums[0] += counts.bronze();
                sums[1] += counts.silver();
                sums[2] += counts.quarantineDoor() + counts.quarantineRow();
            }
        }
        marks.forEach((table, mark) -> demand(
                world.lakeTables.fold(table) == mark,
                () -> "Table " + table + " holds fold " + world.lakeTables.fold(table) + ", not " + mark));
        Set<String> datasets = new HashSet<>(counted.keySet());
        datasets.addAll(rows.keySet());
        for (String dataset : datasets) {
            long[] sums = counted.getOrDefault(dataset, new long[3]);
            long[] found = rows.getOrDefault(dataset, new long[3]);
            demand(
                    Arrays.equals(sums, found),
                    () -> "The tables of " + dataset + " hold " + Arrays.toString(found) + " rows, the ledger counts "
                            + Arrays.toString(sums));
        }
    }

    private static void demand(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new BrokenInvariantException(otherwise.get());
        }
    }
}

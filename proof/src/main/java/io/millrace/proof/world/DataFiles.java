package io.millrace.proof.world;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.TableFiles;
import io.millrace.lake.TablesException;
import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data files: rows under a path. */
public final class DataFiles implements TableFiles {
    private static final int SPREAD = 3;

    private final Map<String, File> files = new HashMap<>();
    private final Faults faults;
    private final SimStream stream;
    private final Format format;
    private final SimClock clock;

    DataFiles(Faults faults, SimStream stream, Format format, SimClock clock) {
        this.faults = faults;
        this.stream = stream;
        this.format = format;
        this.clock = clock;
    }

    @Override
    public List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name) {
        if (faults.hitsAtTimes(Fault.FILES_OUTAGE, SPREAD)) {
            throw new TablesException("Cannot write files of " + table.name(), new IOException("no answer"));
        }
        if (!table.dataset().equals(MinuteCounts.UNDECODABLE)) {
            rows.forEach(this::refuseThrowing);
        }
        String path = "sim://" + table.name() + "/" + name;
        add(path, List.copyOf(rows));
        return List.of(new DataFileRef("sim." + table.name(), path, rows.size(), rows.size() * 100L, "{}"));
    }

    /** The rows of a file, or null if it is gone. */
    public @Nullable List<Object[]> rows(String path) {
        File file = files.get(path);
        return file == null ? null : file.rows;
    }

    void add(String path, List<Object[]> rows) {
        if (files.putIfAbsent(path, new File(rows, clock.millis())) != null) {
            throw new BrokenInvariantException("Data file " + path + " was written twice");
        }
    }

    /** Takes a file away for good. */
    public void delete(String path) {
        files.remove(path);
    }

    void removeIf(Condition condition) {
        files.entrySet().removeIf(file -> condition.holds(file.getKey(), file.getValue().writtenAtMillis));
    }

    private void refuseThrowing(Object[] row) {
        SimRecord record = stream.records.get(format.origin(row) / Format.EVENTS);
        if (record.kind() == SimRecord.Kind.THROWING) {
            throw new ThrowingRowException(record);
        }
    }

    private record File(List<Object[]> rows, long writtenAtMillis) {}

    /** Which files. */
    interface Condition {
        boolean holds(String path, long writtenAtMillis);
    }
}

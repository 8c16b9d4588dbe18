package io.millrace.bench.writer;

import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.TableFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes as the tables' own way does, and remembers what was written: rows to write again, and the files' lengths. */
final class CapturedRows implements TableFiles {
    private record Written(TableDefinition table, List<Object[]> rows) {}

    private final TableFiles files;
    private final List<Written> written = new ArrayList<>();
    private final Map<Layer, Long> bytes = new TreeMap<>();

    CapturedRows(TableFiles files) {
        this.files = files;
    }

    @Override
    public List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name) {
        written.add(new Written(table, List.copyOf(rows)));
        List<DataFileRef> refs = files.write(table, rows, name);
        bytes.merge(table.layer(), refs.stream().mapToLong(DataFileRef::bytes).sum(), Long::sum);
        return refs;
    }

    /** Writes the rows of a layer's tables once more, file by file. */
    void again(Layer layer) {
        for (Written each : written) {
            if (each.table().layer() == layer) {
                files.write(each.table(), each.rows(), "again");
            }
        }
    }

    /** How many rows a layer's tables got. */
    long rows(Layer layer) {
        return written.stream()
                .filter(each -> each.table().layer() == layer)
                .mapToLong(each -> each.rows().size())
                .sum();
    }

    /** What the files of a layer's tables have together. */
    long bytes(Layer layer) {
        return bytes.getOrDefault(layer, 0L);
    }
}

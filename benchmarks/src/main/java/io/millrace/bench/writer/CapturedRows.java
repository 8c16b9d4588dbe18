package io.millrace.bench.writer;

import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.TableFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes as the tables' own way does, and remembers what was written: rows to write again, and the files' lengths. */
final class CapturedRows implements TableFiles {
    private record Written(TableDefinition table, List<Object[]> rows, List<DataFileRef> files) {}

    private final TableFiles files;
    private final List<Written> written = new ArrayList<>();

    CapturedRows(TableFiles files) {
        this.files = files;
    }

    @Override
    public List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name) {
        List<DataFileRef> refs = files.write(table, rows, name);
        written.add(new Written(table, List.copyOf(rows), refs));
        return refs;
    }

    /** Writes the rows of a layer's tables once more, file by file. */
    void again(Layer layer) {
        of(layer).forEach(each -> files.write(each.table(), each.rows(), "again"));
    }

    /** How many rows a layer's tables got. */
    long rows(Layer layer) {
        return of(layer).mapToLong(each -> each.rows().size()).sum();
    }

    /** The files of a layer's tables. */
    List<DataFileRef> files(Layer layer) {
        return of(layer).flatMap(each -> each.files().stream()).toList();
    }

    private Stream<Written> of(Layer layer) {
        return written.stream().filter(each -> each.table().layer() == layer);
    }
}

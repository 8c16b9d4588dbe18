package io.millrace.proof.mutant;

import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.Lineage;
import io.millrace.lake.TableFiles;
import io.millrace.proof.world.DataFiles;
import io.millrace.proof.world.Variant;
import io.millrace.store.OutageException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Mistakes in what a copy is compared with. */
final class WindowMistakes {
    private WindowMistakes() {}

    /** A process takes for seen what it has written, whether its claim stood or not. */
    static Variant hashesBeforeClaim() {
        return new Variant() {
            @Override
            protected TableFiles tableFiles(DataFiles files) {
                Set<Object> memory = new HashSet<>();
                return new TableFiles() {
                    @Override
                    public List<DataFileRef> write(TableDefinition table, List<Object[]> rows, String name) {
                        List<Object[]> unseen = table.layer() != Layer.SILVER
                                ? rows
                                : rows.stream()
                                        .filter(row -> memory.add(row[0]))
                                        .toList();
                        return unseen.isEmpty() ? List.of() : files.write(table, unseen, name);
                    }
                };
            }
        };
    }

    static Variant laggingLineage() {
        return new Variant() {
            @Override
            protected Lineage windowsLineage(Lineage lineage) {
                return shard -> {
                    try {
                        return lineage.parents(shard);
                    } catch (OutageException e) {
                        return Set.of();
                    }
                };
            }
        };
    }

    static Variant emptyChild() {
        return new Variant() {
            @Override
            protected Lineage windowsLineage(Lineage lineage) {
                return shard -> Set.of();
            }
        };
    }
}

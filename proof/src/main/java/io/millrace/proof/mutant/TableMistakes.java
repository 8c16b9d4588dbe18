package io.millrace.proof.mutant;

import io.millrace.lake.DataFileRef;
import io.millrace.lake.OrphanRule;
import io.millrace.lake.Tables;
import io.millrace.lake.TablesException;
import io.millrace.proof.world.LakeTables;
import io.millrace.proof.world.MemoryLakeTables;
import io.millrace.proof.world.Variant;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Mistakes in how a fold gets into a table. */
final class TableMistakes {
    private TableMistakes() {}

    static Variant markFirst() {
        return with(new MemoryLakeTables() {
            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                if (fold(table) != previous) {
                    return false;
                }
                mark(table, fold);
                dieBetween(table, fold);
                add(table, files);
                return true;
            }
        });
    }

    static Variant markLast() {
        return with(new MemoryLakeTables() {
            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                if (fold(table) != previous) {
                    return false;
                }
                add(table, files);
                dieBetween(table, fold);
                mark(table, fold);
                return true;
            }
        });
    }

    static Variant unconditional() {
        return with(new MemoryLakeTables() {
            @Override
            public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                add(table, files);
                mark(table, fold);
                return true;
            }
        });
    }

    static Variant summaryOnly() {
        return with(new MemoryLakeTables() {
            @Override
            public long fold(String table) {
                List<Long> summaries = summaries(table);
                for (int i = summaries.size() - 1; i >= 0; i--) {
                    if (summaries.get(i) > 0) {
                        return summaries.get(i);
                    }
                }
                return 0;
            }
        });
    }

    static Variant carriedMark() {
        return with(new MemoryLakeTables() {
            @Override
            public boolean replace(String table, Collection<String> old, String compacted, long carriedMark) {
                boolean replaced = super.replace(table, old, compacted, carriedMark);
                if (replaced) {
                    mark(table, carriedMark);
                }
                return replaced;
            }
        });
    }

    static Variant blindRemoval() {
        return new Variant() {
            @Override
            protected boolean removes(OrphanRule rule, String path, long writtenAtMillis, long oldMillis) {
                return writtenAtMillis < oldMillis;
            }
        };
    }

    /** What goes from a claim into a table between the two is in neither. */
    static Variant tablesListedFirst() {
        return new Variant() {
            @Override
            protected boolean listsTablesFirst() {
                return true;
            }
        };
    }

    static Variant recommit() {
        return new Variant() {
            @Override
            protected LakeTables lakeTables() {
                return new Unguarded();
            }

            @Override
            protected Tables tables(Tables tables, LakeTables behind) {
                return new Tables() {
                    @Override
                    public long fold(String table) {
                        return tables.fold(table);
                    }

                    @Override
                    public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
                        try {
                            return tables.append(table, previous, fold, files);
                        } catch (TablesException e) {
                            ((Unguarded) behind).again(table, fold, files);
                            return true;
                        }
                    }
                };
            }
        };
    }

    /** One crash of many falls between two commits that ought to be one. */
    private static void dieBetween(String table, long fold) {
        if (fold % 3 == 0) {
            throw new TablesException("Cannot commit to " + table, new IOException("died in between"));
        }
    }

    private static Variant with(LakeTables tables) {
        return new Variant() {
            @Override
            protected LakeTables lakeTables() {
                return tables;
            }
        };
    }

    private static final class Unguarded extends MemoryLakeTables {
        void again(String table, long fold, List<DataFileRef> files) {
            add(table, files);
            mark(table, fold);
        }
    }
}

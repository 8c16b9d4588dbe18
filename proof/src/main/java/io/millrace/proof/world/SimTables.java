package io.millrace.proof.world;

import io.millrace.lake.DataFileRef;
import io.millrace.lake.Tables;
import io.millrace.lake.TablesException;
import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables as a committer sees them: they may be away, be won by a rival, or leave open what became of a commit. */
final class SimTables implements Tables {
    private static final int SPREAD = 3;

    private final LakeTables tables;
    private final Faults faults;
    private final LateWrites late;
    /** What readers may still be shown. */
    private final Map<String, Long> earlier = new HashMap<>();

    SimTables(LakeTables tables, Faults faults, LateWrites late) {
        this.tables = tables;
        this.faults = faults;
        this.late = late;
    }

    @Override
    public long fold(String table) {
        if (faults.hitsAtTimes(Fault.TABLE_AWAY, SPREAD)) {
            throw unknown(table);
        }
        long newest = tables.fold(table);
        Long before = earlier.get(table);
        if (before != null && before < newest && faults.hitsAtTimes(Fault.TABLE_LAGS, SPREAD)) {
            return before;
        }
        earlier.put(table, newest);
        return newest;
    }

    @Override
    public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
        if (faults.hitsAtTimes(Fault.COMMIT_CONFLICT, SPREAD)) {
            throw unknown(table);
        }
        if (faults.hitsAtTimes(Fault.COMMIT_ANSWER_LOST, SPREAD)) {
            tables.append(table, previous, fold, files);
            throw unknown(table);
        }
        if (faults.hitsAtTimes(Fault.COMMIT_LATE, SPREAD)) {
            late.add("commit of fold " + fold + " to " + table, () -> tables.append(table, previous, fold, files));
            throw unknown(table);
        }
        if (faults.hitsAtTimes(Fault.RIVAL_COMMIT, SPREAD)) {
            tables.append(table, previous, fold, files);
        }
        if (previous > 0 && previous < fold - 1) {
            faults.hit(Fault.QUIET_TABLE);
        }
        return tables.append(table, previous, fold, files);
    }

    private static TablesException unknown(String table) {
        return new TablesException("Cannot commit to " + table, new IOException("no answer"));
    }
}

package io.millrace.proof.world;

import io.millrace.lake.ClaimRemoval;
import io.millrace.lake.Ledger;
import io.millrace.lake.Lineage;
import io.millrace.lake.OrphanRule;
import io.millrace.lake.RecordReader;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.TableFiles;
import io.millrace.lake.Tables;
import io.millrace.lake.WriterRun;
import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The places at which the protocol meets the world, and where a mistake can be put. This one makes none: it is the
 * product's code and AWS as it is set up. One is made for each schedule.
 */
public class Variant {
    /** No mistake. */
    public static Variant none() {
        return new Variant();
    }

    /**
     * The ledger behind the faults: one that answers as the state does. Asked for at the beginning and whenever the ledger
     * was restored.
     */
    protected Ledger ledger(LedgerState state) {
        return state;
    }

    /** The object store behind the faults, empty. */
    protected ObjectStore objects() {
        return new StoreState("sim://");
    }

    /** The tables themselves. */
    protected LakeTables lakeTables() {
        return new MemoryLakeTables();
    }

    /** The ledger as writers see it. */
    protected Ledger writersLedger(Ledger ledger, DataFiles files, ObjectStore store) {
        return ledger;
    }

    /** The object store as writers see it; all of them the same one. */
    protected ObjectStore writersStore(ObjectStore store) {
        return store;
    }

    /** The object store as committers see it. */
    protected ObjectStore committersStore(ObjectStore store) {
        return store;
    }

    /** The ledger as the dedup windows see it. */
    protected Ledger windowsLedger(Ledger ledger) {
        return ledger;
    }

    /** The ledger as committers see it. */
    protected Ledger committersLedger(Ledger ledger) {
        return ledger;
    }

    /** The shards' parents as the dedup windows see them. */
    protected Lineage windowsLineage(Lineage lineage) {
        return lineage;
    }

    /** How committers append. */
    protected Tables tables(Tables tables, LakeTables behind) {
        return tables;
    }

    protected TableFiles tableFiles(DataFiles files) {
        return files;
    }

    /** The reader of one process, which may remember things. */
    protected RecordReader reader(RecordReader reader) {
        return reader;
    }

    /** What an invocation passes to the writer of the batch that it got. */
    protected List<StreamRecord> given(Ledger ledger, List<SimRecord> batch) {
        return batch.stream().map(SimRecord::delivered).toList();
    }

    /** Whether an invocation that has come so far acknowledges its batch. */
    protected boolean acknowledges(WriterRun.Step next) {
        return next == WriterRun.Step.DONE;
    }

    /** From which record on a shard is read that is read for the first time: TRIM_HORIZON. */
    protected int firstRead(int records) {
        return 0;
    }

    /**
     * Whether orphan removal removes a file that no table refers to.
     *
     * @param oldMillis what was written before is old
     */
    protected boolean removes(OrphanRule rule, String path, long writtenAtMillis, long oldMillis) {
        return rule.mayRemove(path, writtenAtMillis);
    }

    /** Whether orphan removal lists what the tables refer to before it asks the rule, and not after. */
    protected boolean listsTablesFirst() {
        return false;
    }

    /** The job that takes claims out of the ledger. */
    protected ClaimRemovals.Work claimRemoval(
            Ledger ledger, ObjectStore store, Tables tables, Clock clock, Duration age) {
        return new ClaimRemoval(ledger, store, tables, clock, age)::advance;
    }

    /** After how many failures a batch is given up. */
    protected int triesOfABatch() {
        return Integer.MAX_VALUE;
    }
}

package io.millrace.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stream that takes everything within the limits of PutRecords, at once, and keeps it until it is fetched. */
final class MemoryStream implements RecordStream {
    private List<byte[]> kept = new ArrayList<>();

    @Override
    public List<Outcome> put(List<StreamRecord> records) {
        long bytes = 0;
        for (StreamRecord record : records) {
            check(record);
            bytes += record.size();
            kept.add(record.data());
        }
        if (records.isEmpty() || records.size() > MAX_RECORDS || bytes > MAX_CALL_BYTES) {
            throw new IllegalArgumentException("Cannot put " + records.size() + " records of " + bytes + " bytes");
        }
        return Collections.nCopies(records.size(), Outcome.TAKEN);
    }

    private static void check(StreamRecord record) {
        if (record.size() > MAX_RECORD_BYTES
                || record.partitionKey().isEmpty()
                || record.hashKey().isEmpty()) {
            throw new IllegalArgumentException("Cannot put a record of " + record.size() + " bytes at "
                    + record.hashKey() + " for " + record.partitionKey());
        }
    }

    /** The data of every record since the last time, in the order of putting. */
    List<byte[]> fetch() {
        List<byte[]> fetched = kept;
        kept = new ArrayList<>();
        return fetched;
    }
}

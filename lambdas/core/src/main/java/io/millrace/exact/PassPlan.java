package io.millrace.exact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.dedup.SilverRow;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.MinuteTally;
import java.io.IOException;
import java.util.List;

/**
 * What a pass takes out of a table, as it is booked; written before the pass commits, so that whoever comes after a crash
 * can book it. A JSON object on the object store.
 *
 * @param pass number of the pass
 * @param table full name
 * @param counts what the ledger's sums change by: of each row taken out, one less in silver and one duplicate more, in the
 *     minute of its receipt
 */
public record PassPlan(long pass, String table, List<MinuteCounts> counts) {
    private static final long MICROS_A_MINUTE = 60_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    public PassPlan {
        counts = List.copyOf(counts);
    }

    static PassPlan of(long pass, SilverTable table, List<SilverRow> surplus) {
        MinuteTally tally = new MinuteTally();
        for (SilverRow row : surplus) {
            long minute = Math.floorDiv(row.receivedAtMicros(), MICROS_A_MINUTE);
            tally.add(new MinuteCounts(table.dataset(), minute, 0, 0, 0, -1, 0, 1, 0));
        }
        return new PassPlan(pass, table.name(), tally.list());
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write plan of pass " + pass + " over " + table, e);
        }
    }

    static PassPlan read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, PassPlan.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read plan of an exact pass: " + e.getMessage(), e);
        }
    }
}

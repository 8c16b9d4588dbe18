package io.millrace.exact;

import io.millrace.dedup.Copies;
import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.SilverRow;
import io.millrace.dedup.SourcePosition;
import io.millrace.lake.TablesException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A silver table in memory; the answers of its next commits can be lost. */
final class MemorySilver implements SilverTable {
    final List<SilverRow> rows = new ArrayList<>();
    private PassMark mark = PassMark.none();
    private int lostAnswers;
    private int commits;

    void add(String event, long minute, String source) {
        Fingerprint fingerprint = Fingerprint.of(dataset(), "shop", event);
        rows.add(new SilverRow(
                fingerprint, minute * 60_000_000, new SourcePosition(source), "mem://" + rows.size(), rows.size()));
    }

    void loseAnswers(int count) {
        lostAnswers = count;
    }

    /** Deletes that stood. */
    int commits() {
        return commits;
    }

    void mark(PassMark other) {
        mark = other;
    }

    @Override
    public String name() {
        return "test.app_events_silver";
    }

    @Override
    public String dataset() {
        return "app_events";
    }

    @Override
    public PassMark mark() {
        return PassMark.parse(mark.pass() == 0 ? null : mark.value());
    }

    @Override
    public List<SilverRow> surplus() {
        return Copies.surplus(rows);
    }

    @Override
    public boolean remove(List<SilverRow> surplus, PassMark before, PassMark after) {
        if (!mark.equals(before) || !rows.containsAll(surplus)) {
            return false;
        }
        rows.removeAll(surplus);
        mark = after;
        commits++;
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new TablesException("Cannot commit to " + name(), new IOException("connection reset"));
        }
        return true;
    }
}

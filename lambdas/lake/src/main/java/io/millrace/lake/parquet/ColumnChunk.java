package io.millrace.lake.parquet;

import java.io.IOException;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Writes one column of a row group: with a dictionary where values repeat, else each value as it is. All values are at
 * hand, so the choice is made before anything is written.
 */
final class ColumnChunk {
    /** A page ends with the value that makes it this big, or at this many rows: Iceberg's defaults. */
    private static final int PAGE_BYTES = 1 << 20;

    private static final int PAGE_ROWS = 20_000;

    private final ColumnPages pages;
    private final PlainValues plain;
    private final PageBuffer body;

    ColumnChunk(ColumnPages pages, PlainValues plain, PageBuffer body) {
        this.pages = pages;
        this.plain = plain;
        this.body = body;
    }

    /**
     * Writes the column whole.
     *
     * @param values one of each row; null where the row has none
     * @param mayRepeat false to write every value as it is without looking for repeats
     */
    void write(@Nullable Object[] values, boolean mayRepeat) throws IOException {
        pages.start(values.length);
        Dictionary dictionary = mayRepeat ? Dictionary.of(values) : null;
        if (dictionary == null || !writeByDictionary(values, dictionary)) {
            writePlain(values);
        }
        pages.end();
    }

    private void writePlain(@Nullable Object[] values) throws IOException {
        int from = 0;
        while (from < values.length) {
            body.clear();
            int to = from;
            int nulls = 0;
            while (to < values.length && to - from < PAGE_ROWS && body.size() < PAGE_BYTES) {
                Object value = values[to++];
                if (value == null) {
                    nulls++;
                } else {
                    plain.put(value, body);
                }
            }
            Statistics<?> statistics = pages.statistics(nulls);
            if (nulls < to - from) {
                plain.endPage(statistics);
            }
            pages.write(values, from, to, body, statistics, Encoding.PLAIN);
            from = to;
        }
    }

    /** Returns false, with nothing written, if the dictionary is too big for a page. */
    private boolean writeByDictionary(@Nullable Object[] values, Dictionary dictionary) throws IOException {
        body.clear();
        for (int id = 0; id < dictionary.size(); id++) {
            plain.put(dictionary.value(id), body);
        }
        // The column's bounds stand for those of each of its pages: right, if not tight.
        Statistics<?> bounds = pages.statistics(0);
        if (dictionary.size() > 0) {
            plain.endPage(bounds);
        }
        if (body.size() > PAGE_BYTES) {
            return false;
        }
        pages.writeDictionary(body, dictionary.size());
        for (int from = 0; from < values.length; from += PAGE_ROWS) {
            int to = Math.min(values.length, from + PAGE_ROWS);
            int nulls = dictionary.writeIds(values, from, to, body);
            Statistics<?> statistics = pages.statistics(nulls);
            if (nulls < to - from) {
                statistics.mergeStatistics(bounds);
            }
            pages.write(values, from, to, body, statistics, Encoding.RLE_DICTIONARY);
        }
        return true;
    }
}

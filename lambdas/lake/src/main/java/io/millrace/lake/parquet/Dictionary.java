package io.millrace.lake.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of a column, numbered in the order of their first appearance: a hash table of open addresses.
 * Values are told apart by {@code equals}; a value that is the very object before it, as most of a row's provenance is,
 * costs a comparison of references.
 */
final class Dictionary {
    /** Values before which nobody knows whether a dictionary pays. */
    private static final int SAMPLE = 256;

    /** More are no dictionary's; also keeps ids in 14 bits. */
    private static final int MOST = 1 << 14;

    private final int[] ids;
    private Object[] values = new Object[16];
    private int[] hashes = new int[16];
    private int size;
    private int[] table = filled(64);

    private Dictionary(int rows) {
        this.ids = new int[rows];
    }

    /** The dictionary of a column, or null where too many values are new: then they are better written as they are. */
    static @Nullable Dictionary of(@Nullable Object[] column) {
        Dictionary dictionary = new Dictionary(column.length);
        Object last = null;
        int lastId = 0;
        int seen = 0;
        for (int row = 0; row < column.length; row++) {
            Object value = column[row];
            if (value != null) {
                seen++;
                if (value != last) {
                    last = value;
                    lastId = dictionary.id(value);
                }
                dictionary.ids[row] = lastId;
                if (dictionary.size > SAMPLE && (dictionary.size > seen / 2 || dictionary.size > MOST)) {
                    return null;
                }
            }
        }
        return dictionary.size > seen / 2 ? null : dictionary;
    }

    private int id(Object value) {
        int mask = table.length - 1;
        int hash = value.hashCode();
        hash ^= hash >>> 16;
        int slot = hash & mask;
        while (table[slot] >= 0) {
            if (hashes[table[slot]] == hash && values[table[slot]].equals(value)) {
                return table[slot];
            }
            slot = (slot + 1) & mask;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        values[size] = value;
        hashes[size] = hash;
        table[slot] = size++;
        if (size > table.length / 2) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        table = filled(table.length * 4);
        int mask = table.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (table[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = id;
        }
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, -1);
        return table;
    }

    int size() {
        return size;
    }

    Object value(int id) {
        return values[id];
    }

    /**
     * Puts the ids of some rows, in place of what the page holds.
     *
     * @return how many of the rows have no value
     */
    int writeIds(@Nullable Object[] column, int from, int to, PageBuffer page) throws IOException {
        Runs runs = new Runs(Math.max(0, size - 1));
        int nulls = 0;
        for (int row = from; row < to; row++) {
            if (column[row] == null) {
                nulls++;
            } else {
                runs.add(ids[row]);
            }
        }
        page.clear();
        runs.writeWithWidth(page);
        return nulls;
    }
}

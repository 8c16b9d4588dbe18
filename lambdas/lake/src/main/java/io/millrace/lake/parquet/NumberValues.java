package io.millrace.lake.parquet;

import org.apache.parquet.column.statistics.Statistics;

/** Numbers of a fixed width, and booleans. */
final class NumberValues {
    private NumberValues() {}

    /** {@link Integer}s: ints, and dates as days. */
    static final class Ints implements PlainValues {
        private int min = Integer.MAX_VALUE;
        private int max = Integer.MIN_VALUE;

        @Override
        public void put(Object value, PageBuffer page) {
            int number = (Integer) value;
            page.putInt(number);
            min = Math.min(min, number);
            max = Math.max(max, number);
        }

        @Override
        public void endPage(Statistics<?> statistics) {
            statistics.updateStats(min);
            statistics.updateStats(max);
            min = Integer.MAX_VALUE;
            max = Integer.MIN_VALUE;
        }
    }

    /** {@link Long}s: longs, and times as microseconds. */
    static final class Longs implements PlainValues {
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;

        @Override
        public void put(Object value, PageBuffer page) {
            long number = (Long) value;
            page.putLong(number);
            min = Math.min(min, number);
            max = Math.max(max, number);
        }

        @Override
        public void endPage(Statistics<?> statistics) {
            statistics.updateStats(min);
            statistics.updateStats(max);
            min = Long.MAX_VALUE;
            max = Long.MIN_VALUE;
        }
    }

    /** {@link Double}s, which a contract wants finite. */
    static final class Doubles implements PlainValues {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        @Override
        public void put(Object value, PageBuffer page) {
            double number = (Double) value;
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("Cannot write number: " + number);
            }
            page.putLong(Double.doubleToRawLongBits(number));
            min = Math.min(min, number);
            max = Math.max(max, number);
        }

        @Override
        public void endPage(Statistics<?> statistics) {
            statistics.updateStats(min);
            statistics.updateStats(max);
            min = Double.POSITIVE_INFINITY;
            max = Double.NEGATIVE_INFINITY;
        }
    }

    /** {@link Boolean}s: a bit each, from the lowest of each byte. */
    static final class Booleans implements PlainValues {
        private int count;
        private boolean anyTrue;
        private boolean anyFalse;

        @Override
        public void put(Object value, PageBuffer page) {
            int bit = count++ % Byte.SIZE;
            if (bit == 0) {
                page.write(0);
            }
            if ((Boolean) value) {
                page.setBit(bit);
                anyTrue = true;
            } else {
                anyFalse = true;
            }
        }

        @Override
        public void endPage(Statistics<?> statistics) {
            statistics.updateStats(!anyFalse);
            statistics.updateStats(anyTrue);
            count = 0;
            anyTrue = false;
            anyFalse = false;
        }
    }
}

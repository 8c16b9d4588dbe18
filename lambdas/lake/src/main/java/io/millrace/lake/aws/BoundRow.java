package io.millrace.lake.aws;

import org.apache.iceberg.StructLike;
import org.jspecify.annotations.Nullable;

/** One row seen through a binding; reused from row to row. */
final class BoundRow implements StructLike {
    private final RowBinding binding;
    private Object[] row = {};

    BoundRow(RowBinding binding) {
        this.binding = binding;
    }

    BoundRow on(Object[] next) {
        row = next;
        return this;
    }

    @Override
    public int size() {
        return binding.size();
    }

    @Override
    public <T> @Nullable T get(int column, Class<T> javaClass) {
        return javaClass.cast(binding.value(row, column));
    }

    @Override
    public <T> void set(int column, T value) {
        throw new UnsupportedOperationException("Cannot set column " + column + ": a bound row is read only");
    }
}

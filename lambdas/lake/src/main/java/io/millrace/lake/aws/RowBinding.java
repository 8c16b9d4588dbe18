package io.millrace.lake.aws;

import io.millrace.contract.Column;
import io.millrace.contract.ColumnType;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.parquet.RowFile;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a contract's table go into the table as it is: columns by name, those that the contract lacks null, values
 * made as wide as the table's type. A table that lacks a column of the contract's was not migrated yet: its rows have to
 * wait, as their values would be lost.
 */
final class RowBinding {
    private static final int ABSENT = -1;
    private static final Function<Object, Object> AS_IT_IS = Function.identity();

    private final int[] sources;
    private final Function<Object, Object>[] conversions;

    private RowBinding(int[] sources, Function<Object, Object>[] conversions) {
        this.sources = sources;
        this.conversions = conversions;
    }

    /**
     * Binds by name.
     *
     * @throws IllegalStateException if a column is not in the table, or its type there cannot hold the contract's values
     */
    static RowBinding of(TableDefinition definition, Schema schema) {
        for (Column column : definition.columns()) {
            if (schema.findField(column.name()) == null) {
                throw new IllegalStateException("Cannot write " + definition.name() + "." + column.name()
                        + ": the table has no such column; run the migration");
            }
        }
        List<NestedField> fields = schema.columns();
        int[] sources = new int[fields.size()];
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type has no other birth
        Function<Object, Object>[] conversions = new Function[fields.size()];
        for (int i = 0; i < sources.length; i++) {
            NestedField field = fields.get(i);
            sources[i] = position(definition.columns(), field.name());
            if (sources[i] != ABSENT) {
                conversions[i] = conversion(definition, definition.columns().get(sources[i]), field.type());
            }
        }
        return new RowBinding(sources, conversions);
    }

    int size() {
        return sources.length;
    }

    /** The value of the table's i-th column, in Iceberg's internal representation. */
    @Nullable
    Object value(Object[] row, int column) {
        if (sources[column] == ABSENT) {
            return null;
        }
        Object value = row[sources[column]];
        return value == null ? null : conversions[column].apply(value);
    }

    /** Rows as the columns of the table. */
    RowFile.Columns columns(List<Object[]> rows) {
        return new RowFile.Columns() {
            @Override
            public int rows() {
                return rows.size();
            }

            @Override
            public @Nullable Object[] values(int column, int from, int to) {
                @Nullable Object[] values = new @Nullable Object[to - from];
                int source = sources[column];
                if (source != ABSENT) {
                    Function<Object, Object> conversion = conversions[column];
                    for (int i = 0; i < values.length; i++) {
                        Object value = rows.get(from + i)[source];
                        values[i] = value == null || conversion == AS_IT_IS ? value : conversion.apply(value);
                    }
                }
                return values;
            }
        };
    }

    private static int position(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return ABSENT;
    }

    private static Function<Object, Object> conversion(TableDefinition definition, Column column, Type type) {
        Type own = ColumnTypes.iceberg(column);
        if (own.equals(type)) {
            return column.type() == ColumnType.BINARY ? value -> ByteBuffer.wrap((byte[]) value) : AS_IT_IS;
        }
        if (TypeUtil.isPromotionAllowed(own, type.asPrimitiveType())) {
            // A decimal keeps its scale when it grows, so its value is the same; only int has another class.
            return column.type() == ColumnType.INT ? value -> ((Integer) value).longValue() : AS_IT_IS;
        }
        throw new IllegalStateException("Cannot write " + definition.name() + "." + column.name()
                + ": the contract's type " + own + " does not fit the table's type " + type);
    }
}

package io.millrace.lake.aws;

import io.millrace.contract.Column;
import io.millrace.contract.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types.NestedField;

/** A contract's table as Iceberg's schema and partition spec, for a table that is yet to be made. */
final class TableShape {
    /** All columns are optional: what a contract requires of an event must not keep the table from evolving. */
    static Schema schema(TableDefinition definition) {
        List<NestedField> fields = new ArrayList<>();
        for (Column column : definition.columns()) {
            fields.add(
                    NestedField.optional(fields.size() + 1, column.name(), ColumnTypes.iceberg(column), column.doc()));
        }
        return new Schema(fields);
    }

    /** By the UTC day of the partition column. */
    static PartitionSpec spec(TableDefinition definition, Schema schema) {
        if (definition.partitionColumn() == null) {
            return PartitionSpec.unpartitioned();
        }
        return PartitionSpec.builderFor(schema)
                .day(definition.partitionColumn())
                .build();
    }

    private TableShape() {}
}

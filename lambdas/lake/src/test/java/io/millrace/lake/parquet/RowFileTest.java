package io.millrace.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.InternalWriter;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iceberg's own writer is the model: a file of the same rows reads the same, and has the same entry in a manifest. */
class RowFileTest {
    private static final Schema SCHEMA = new Schema(
            NestedField.optional(1, "id", Types.StringType.get()),
            NestedField.optional(2, "kind", Types.StringType.get()),
            NestedField.optional(3, "source", Types.StringType.get()),
            NestedField.optional(4, "payload", Types.StringType.get()),
            NestedField.optional(5, "bytes", Types.BinaryType.get()),
            NestedField.optional(6, "flag", Types.BooleanType.get()),
            NestedField.optional(7, "count", Types.IntegerType.get()),
            NestedField.optional(8, "total", Types.LongType.get()),
            NestedField.optional(9, "weight", Types.DoubleType.get()),
            NestedField.optional(10, "price", Types.DecimalType.of(9, 2)),
            NestedField.optional(11, "sum", Types.DecimalType.of(18, 4)),
            NestedField.optional(12, "grand_total", Types.DecimalType.of(38, 6)),
            NestedField.optional(13, "at", Types.TimestampType.withZone()),
            NestedField.optional(14, "day", Types.DateType.get()),
            NestedField.optional(15, "never", Types.StringType.get()),
            NestedField.optional(16, "added", Types.UUIDType.get()),
            NestedField.optional(17, "odd-name", Types.StringType.get()),
            NestedField.optional(
                    18,
                    "nested",
                    Types.StructType.of(
                            NestedField.optional(19, "list", Types.ListType.ofOptional(20, Types.StringType.get())))));

    private final InMemoryCatalog catalog = new InMemoryCatalog();

    RowFileTest() {
        catalog.initialize("test", Map.of());
        catalog.createNamespace(Namespace.of("db"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 257, 1_000, 45_000})
    void a_file_is_what_icebergs_own_writer_makes_of_the_rows(int rows) throws IOException {
        Table table = table(SCHEMA, Map.of("write.metadata.metrics.column.payload", "counts"));
        List<Object[]> values = random(rows, new Random(rows));

        DataFile own = write(table, values);
        DataFile model = icebergs(table, values);

        assertThat(records(table, own)).isEqualTo(records(table, model));
        assertThat(own.recordCount()).isEqualTo(model.recordCount()).isEqualTo(rows);
        assertThat(own.valueCounts()).isEqualTo(model.valueCounts());
        assertThat(own.nullValueCounts()).isEqualTo(model.nullValueCounts());
        assertThat(own.nanValueCounts()).isEqualTo(model.nanValueCounts());
        assertThat(own.lowerBounds()).isEqualTo(model.lowerBounds());
        assertThat(own.upperBounds()).isEqualTo(model.upperBounds());
        assertThat(own.columnSizes()).containsOnlyKeys(model.columnSizes().keySet());
        assertThat(own.splitOffsets()).isEqualTo(model.splitOffsets());
        assertThat(own.fileSizeInBytes())
                .isEqualTo(table.io().newInputFile(own.location()).getLength());
    }

    @Test
    void a_value_that_all_rows_share_takes_no_room() throws IOException {
        Schema schema = new Schema(NestedField.optional(1, "batch", Types.StringType.get()));
        Table table = table(schema, Map.of());
        String batch = "0f8b7d1e-6f1a-4a0e-9c63-0d6cf1d4f1b2";

        DataFile file = write(table, repeated(50_000, row -> batch));

        assertThat(file.columnSizes().get(1)).isLessThan(400);
    }

    @Test
    void a_dictionary_that_does_not_pay_is_not_made() throws IOException {
        Schema schema = new Schema(NestedField.optional(1, "id", Types.LongType.get()));
        Table table = table(schema, Map.of());

        DataFile unique = write(table, repeated(10_000, row -> row * 1_000_003L));

        assertThat(unique.columnSizes().get(1)).isLessThan(80_000);
    }

    @Test
    void many_long_texts_that_repeat_are_no_dictionary_either() throws IOException {
        Schema schema = new Schema(NestedField.optional(1, "text", Types.StringType.get()));
        Table table = table(schema, Map.of());
        List<Object[]> values = repeated(2_000, row -> "x".repeat(5_000) + row % 500);

        DataFile file = write(table, values);

        assertThat(records(table, file)).isEqualTo(records(table, icebergs(table, values)));
    }

    @Test
    void a_row_group_ends_after_131072_rows() throws IOException {
        Schema schema = new Schema(NestedField.optional(1, "n", Types.LongType.get()));
        Table table = table(schema, Map.of());

        DataFile file = write(table, repeated(131_073, row -> (long) row));

        assertThat(file.splitOffsets()).hasSize(2);
        assertThat(records(table, file)).hasSize(131_073);
    }

    @Test
    void a_required_column_without_a_value_is_refused() {
        Table table = table(new Schema(NestedField.required(1, "id", Types.StringType.get())), Map.of());

        assertThatThrownBy(() -> write(table, repeated(1, row -> null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it is required, and rows lack it");
    }

    @Test
    void a_decimal_of_another_scale_is_refused() {
        Table table = table(new Schema(NestedField.optional(1, "price", Types.DecimalType.of(9, 2))), Map.of());

        assertThatThrownBy(() -> write(table, repeated(1, row -> new BigDecimal("1.234"))))
                .hasMessage("Cannot write decimal: 1.234 is no decimal(9,2)");
    }

    private Table table(Schema schema, Map<String, String> properties) {
        return catalog.createTable(TableIdentifier.of("db", "t"), schema, PartitionSpec.unpartitioned(), properties);
    }

    private static List<Object[]> repeated(int rows, IntFunction<Object> value) {
        return IntStream.range(0, rows)
                .mapToObj(row -> new Object[] {value.apply(row)})
                .toList();
    }

    /** Some columns repeat, some do not, and each but the shared one has holes. */
    private static List<Object[]> random(int rows, Random random) {
        List<Object[]> values = new ArrayList<>();
        String source = "shop";
        for (int row = 0; row < rows; row++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            Object[] all = {
                "id-" + row,
                "kind-" + random.nextInt(5),
                source,
                "payload \u00e9 \ud83d\ude00 " + random.nextInt() + "x".repeat(random.nextInt(200)),
                ByteBuffer.wrap(bytes),
                random.nextBoolean(),
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean() ? -0.0 : random.nextGaussian(),
                BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2),
                BigDecimal.valueOf(random.nextLong() / 1_000, 4),
                new BigDecimal(new BigInteger(100, random), 6).negate(),
                1_800_000_000_000_000L + random.nextInt(),
                20_000 + random.nextInt(30),
                null,
                null,
                "a/b",
                null
            };
            for (int column = 0; column < all.length; column++) {
                if (column != 2 && random.nextInt(10) == 0) {
                    all[column] = null;
                }
            }
            values.add(all);
        }
        return values;
    }

    private static DataFile write(Table table, List<Object[]> rows) throws IOException {
        String path = table.locationProvider().newDataLocation(UUID.randomUUID() + "-own.parquet");
        return new RowFile(table).write(table.io().newOutputFile(path), null, new RowFile.Columns() {
            @Override
            public int rows() {
                return rows.size();
            }

            @Override
            public Object[] values(int column, int from, int to) {
                return rows.subList(from, to).stream().map(row -> row[column]).toArray();
            }
        });
    }

    private static DataFile icebergs(Table table, List<Object[]> rows) throws IOException {
        String path = table.locationProvider().newDataLocation(UUID.randomUUID() + "-model.parquet");
        DataWriter<Record> writer = Parquet.writeData(table.io().newOutputFile(path))
                .forTable(table)
                .createWriterFunc(type -> InternalWriter.create(table.schema().asStruct(), type))
                .build();
        try (writer) {
            for (Object[] row : rows) {
                GenericRecord record = GenericRecord.create(table.schema());
                for (int column = 0; column < row.length; column++) {
                    record.set(column, row[column]);
                }
                writer.write(record);
            }
        }
        return writer.toDataFile();
    }

    private static List<Record> records(Table table, DataFile file) throws IOException {
        List<Record> found = new ArrayList<>();
        try (var records = Parquet.read(table.io().newInputFile(file.location()))
                .project(table.schema())
                .createReaderFunc(type -> GenericParquetReaders.buildReader(table.schema(), type))
                .<Record>build()) {
            records.forEach(found::add);
        }
        return found;
    }
}

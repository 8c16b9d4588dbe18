package io.millrace.lake.aws;

import static io.millrace.contract.ColumnType.BINARY;
import static io.millrace.contract.ColumnType.BOOLEAN;
import static io.millrace.contract.ColumnType.DATE;
import static io.millrace.contract.ColumnType.DECIMAL;
import static io.millrace.contract.ColumnType.DOUBLE;
import static io.millrace.contract.ColumnType.INT;
import static io.millrace.contract.ColumnType.LONG;
import static io.millrace.contract.ColumnType.STRING;
import static io.millrace.contract.ColumnType.TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Column;
import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.TablesException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcebergTableFilesTest {
    private static final TableDefinition ORDERS = new TableDefinition(
            "orders",
            Layer.SILVER,
            "orders_silver",
            List.of(
                    Column.of("event_id", STRING, true, "id"),
                    Column.of("payload", BINARY, false, "bytes"),
                    Column.of("gift", BOOLEAN, false, "a gift"),
                    Column.of("quantity", INT, false, "pieces"),
                    Column.of("stock", LONG, false, "pieces left"),
                    Column.of("weight", DOUBLE, false, "kg"),
                    new Column("amount", DECIMAL, 10, 2, false, "line total"),
                    Column.of("event_timestamp", TIMESTAMP, true, "when"),
                    Column.of("birth_date", DATE, false, "of the customer")),
            "event_timestamp");
    private static final TableIdentifier ID = TableIdentifier.of("test_silver", "orders_silver");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final RivalCatalog catalog = RivalCatalog.empty();
    private final IcebergTableFiles files =
            new IcebergTableFiles(new OpenTables(catalog, new Databases("test"), Clock.systemUTC()));

    @BeforeEach
    void createTables() {
        new Migration(catalog, new Databases("test"), "").apply(List.of(ORDERS));
    }

    @Test
    void no_rows_make_no_file() {
        assertThat(files.write(ORDERS, List.of(), "s-1")).isEmpty();
    }

    @Test
    void every_type_comes_back_as_it_was_written() {
        commit(files.write(ORDERS, List.of(row("e1", NOON), nulls("e2", NOON)), "s-1"));

        assertThat(read()).hasSize(2);
        Record full = read().get(0);
        assertThat(full.getField("event_id")).isEqualTo("e1");
        assertThat(full.getField("payload")).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(full.getField("gift")).isEqualTo(true);
        assertThat(full.getField("quantity")).isEqualTo(2);
        assertThat(full.getField("stock")).isEqualTo(7_000_000_000L);
        assertThat(full.getField("weight")).isEqualTo(1.5);
        assertThat(full.getField("amount")).isEqualTo(new BigDecimal("12.30"));
        assertThat(full.getField("event_timestamp")).isEqualTo(OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC));
        assertThat(full.getField("birth_date")).isEqualTo(LocalDate.of(1990, 5, 17));
        assertThat(read().get(1).getField("amount")).isNull();
    }

    @Test
    void rows_of_half_a_year_make_one_file_for_each_day() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            rows.add(row("e" + i, NOON.plus(i % 180, ChronoUnit.DAYS)));
        }

        List<DataFileRef> written = files.write(ORDERS, rows, "shardId-000-17");

        assertThat(written).hasSize(180).allMatch(file -> file.records() == 2);
        assertThat(written.get(0).table()).isEqualTo("test_silver.orders_silver");
        assertThat(written.get(0).path())
                .matches(".*/data/event_timestamp_day=2026-03-01/shardId-000-17-[0-9a-f-]{36}\\.parquet");
        commit(written);
        assertThat(read()).hasSize(360);
    }

    @Test
    void a_row_without_the_time_that_partitions_goes_to_the_null_partition() {
        Object[] timeless = row("e1", NOON);
        timeless[7] = null;

        List<DataFileRef> written = files.write(ORDERS, rows(timeless), "s-1");

        assertThat(written.get(0).path()).contains("event_timestamp_day=null");
        commit(written);
        assertThat(read())
                .singleElement()
                .satisfies(read -> assertThat(read.getField("event_timestamp")).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u0000", "\ud800", "\udfff\udfff", "\udbff\udfff", "fifteen chars..\ud83d\ude00 and more"})
    void no_text_keeps_a_batch_from_being_written(String text) {
        commit(files.write(ORDERS, rows(row(text, NOON)), "s-1"));

        String read = (String) read().get(0).getField("event_id");
        assertThat(read).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    }

    @Test
    void numbers_at_their_limits_are_written() {
        Object[] row = row("e1", NOON);
        row[3] = Integer.MIN_VALUE;
        row[4] = Long.MAX_VALUE;
        row[5] = -Double.MAX_VALUE;
        row[6] = new BigDecimal("-99999999.99");

        commit(files.write(ORDERS, rows(row), "s-1"));

        assertThat(read().get(0).getField("amount")).isEqualTo(new BigDecimal("-99999999.99"));
        assertThat(read().get(0).getField("stock")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_files_entry_is_the_same_after_its_trip_through_json() {
        DataFileRef ref = files.write(ORDERS, List.of(row("e1", NOON), nulls("e2", NOON)), "s-1")
                .get(0);
        Table table = catalog.loadTable(ID);

        DataFile read = DataFileJson.read(ref.descriptor(), table.specs());

        int amount = table.schema().findField("amount").fieldId();
        assertThat(read.location()).isEqualTo(ref.path());
        assertThat(read.recordCount()).isEqualTo(2).isEqualTo(ref.records());
        assertThat(read.fileSizeInBytes()).isEqualTo(ref.bytes());
        assertThat(read.specId()).isEqualTo(table.spec().specId());
        assertThat(read.partition().get(0, Integer.class))
                .isEqualTo((int) LocalDate.of(2026, 3, 1).toEpochDay());
        assertThat(read.nullValueCounts()).containsEntry(amount, 1L);
        assertThat(read.lowerBounds()).containsKey(amount);
        assertThat(read.upperBounds()).containsKey(amount);
        assertThat(DataFileJson.write(read, table.spec())).isEqualTo(ref.descriptor());
    }

    @Test
    void columns_are_found_by_name_and_made_as_wide_as_the_table_is() {
        catalog.loadTable(ID)
                .updateSchema()
                .updateColumn("quantity", Types.LongType.get())
                .updateColumn("amount", Types.DecimalType.of(20, 2))
                .addColumn("coupon", Types.StringType.get())
                .moveFirst("coupon")
                .commit();

        commit(files.write(ORDERS, rows(row("e1", NOON)), "s-1"));

        Record record = read().get(0);
        assertThat(record.getField("quantity")).isEqualTo(2L);
        assertThat(record.getField("amount")).isEqualTo(new BigDecimal("12.30"));
        assertThat(record.getField("coupon")).isNull();
        assertThat(record.getField("event_id")).isEqualTo("e1");
    }

    @Test
    void a_table_that_lacks_a_column_of_the_contract_is_not_written_until_it_has_it() {
        List<Column> columns = new ArrayList<>(ORDERS.columns());
        columns.add(Column.of("coupon", STRING, false, "code"));
        TableDefinition next = new TableDefinition("orders", Layer.SILVER, "orders_silver", columns, "event_timestamp");
        Object[] row = Arrays.copyOf(row("e1", NOON), 10);
        row[9] = "SPRING";

        assertThatThrownBy(() -> files.write(next, rows(row), "s-1"))
                .isInstanceOf(TablesException.class)
                .rootCause()
                .hasMessage("Cannot write orders_silver.coupon: the table has no such column; run the migration");
        new Migration(catalog, new Databases("test"), "").apply(List.of(next));
        commit(files.write(next, rows(row), "s-1"));

        assertThat(read().get(0).getField("coupon")).isEqualTo("SPRING");
    }

    @Test
    void a_table_that_is_too_narrow_for_the_contract_is_not_written() {
        List<Column> columns = new ArrayList<>(ORDERS.columns());
        columns.set(3, Column.of("quantity", LONG, false, "pieces"));
        TableDefinition wider =
                new TableDefinition("orders", Layer.SILVER, "orders_silver", columns, "event_timestamp");

        assertThatThrownBy(() -> files.write(wider, rows(row("e1", NOON)), "s-1"))
                .isInstanceOf(TablesException.class)
                .rootCause()
                .hasMessage(
                        "Cannot write orders_silver.quantity: the contract's type long does not fit the table's type"
                                + " int");
    }

    private static Object[] row(String id, Instant time) {
        return new Object[] {
            id,
            new byte[] {1, 2, 3},
            true,
            2,
            7_000_000_000L,
            1.5,
            new BigDecimal("12.30"),
            ChronoUnit.MICROS.between(Instant.EPOCH, time),
            (int) LocalDate.of(1990, 5, 17).toEpochDay()
        };
    }

    private static List<Object[]> rows(Object[] row) {
        return List.<Object[]>of(row);
    }

    private static Object[] nulls(String id, Instant time) {
        Object[] row = new Object[9];
        row[0] = id;
        row[7] = ChronoUnit.MICROS.between(Instant.EPOCH, time);
        return row;
    }

    private void commit(List<DataFileRef> written) {
        assertThat(new IcebergTables(catalog).append(ID.toString(), 0, 1, written))
                .isTrue();
    }

    private List<Record> read() {
        List<Record> records = new ArrayList<>();
        try (var rows = IcebergGenerics.read(catalog.loadTable(ID)).build()) {
            rows.forEach(records::add);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return records;
    }
}

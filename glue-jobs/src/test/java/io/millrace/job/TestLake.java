package io.millrace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contract.Column;
import io.millrace.contract.ColumnType;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A lake in a folder, and jobs run on it as they are deployed: with arguments as text, and a report as JSON. One Spark
 * session serves a whole test run; each lake has databases of its own.
 */
public final class TestLake {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger LAKES = new AtomicInteger();
    private static final Path FOLDER = folder();

    private final String environment = "test" + LAKES.incrementAndGet();
    private Clock clock = Clock.systemUTC();
    private final Lake lake;

    public TestLake() {
        System.setProperty("spark.sql.warehouse.dir", FOLDER.resolve("spark").toString());
        lake = SparkSessions.open("tests", settings(), Map.of());
        for (Layer layer : Layer.values()) {
            sql("CREATE NAMESPACE lake." + layer.database(environment));
        }
    }

    public Lake lake() {
        return lake;
    }

    /** Makes a contract's table, as the migration of a deployment does. */
    public void create(Layer layer, TableDefinition table) {
        String columns = table.columns().stream()
                .map(column -> "`" + column.name() + "` " + type(column))
                .collect(Collectors.joining(", "));
        String partitions =
                table.partitionColumn() == null ? "" : " PARTITIONED BY (days(" + table.partitionColumn() + "))";
        sql("CREATE TABLE " + lake.name(layer, table.name()) + " (" + columns + ") USING iceberg" + partitions);
    }

    /** Makes the three tables of a dataset. */
    public void create(String dataset) {
        Contract contract = Contracts.bundled().find(dataset).orElseThrow();
        create(Layer.BRONZE, contract.bronze());
        create(Layer.SILVER, contract.silver());
        create(Layer.BRONZE, contract.quarantine());
    }

    private static String type(Column column) {
        return column.type() == ColumnType.TIMESTAMP
                ? "timestamp"
                : column.type() == ColumnType.LONG ? "bigint" : column.typeName();
    }

    /** Rows of a statement, in which {@code {bronze}}, {@code {silver}}, {@code {gold}} and {@code {ops}} are databases. */
    public List<Row> sql(String statement) {
        String text = statement;
        for (Layer layer : Layer.values()) {
            String word = "{" + layer.name().toLowerCase(java.util.Locale.ROOT) + "}";
            text = text.replace(word, "lake." + layer.database(environment));
        }
        return lake.spark().sql(text).collectAsList();
    }

    /**
     * Adds rows, null where they say nothing.
     *
     * @param columns names with commas between
     * @param values a row as SQL's VALUES has it, several with commas between; or the name of a view
     */
    public void insert(Layer layer, String table, String columns, String values) {
        String name = lake.name(layer, table);
        String rows = values.startsWith("(") ? "VALUES " + values : values;
        List<String> given = List.of(columns.split(", ?", -1));
        String select = Arrays.stream(lake.spark().table(name).schema().fields())
                .map(field -> given.contains(field.name())
                        ? "CAST(`" + field.name() + "` AS " + field.dataType().sql() + ")"
                        : "CAST(NULL AS " + field.dataType().sql() + ")")
                .collect(Collectors.joining(", "));
        sql("INSERT INTO " + name + " SELECT " + select + " FROM " + rows + " AS rows (" + columns + ")");
    }

    /** The rows as text, a line each, in the order of the statement. */
    public List<String> lines(String statement) {
        return sql(statement).stream().map(row -> row.mkString(" | ")).toList();
    }

    /** Later runs think that it is this time. */
    public void clock(Instant now) {
        clock = Clock.fixed(now, java.time.ZoneOffset.UTC);
    }

    public void sleep(Duration time) {
        clock = Clock.offset(clock, time);
    }

    /** Runs a job as Glue would; what it throws is thrown. */
    public JsonNode run(Job<?, ?> job, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("--env", environment, "--warehouse", warehouse().toString()));
        all.addAll(List.of("--parallelism", "2"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JobRunner(clock, Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8)).run(job, all);
        return JSON.readTree(out.toString(StandardCharsets.UTF_8));
    }

    /** The folder that stands for the lake's bucket. */
    public Path root() {
        return FOLDER;
    }

    private Path warehouse() {
        return FOLDER.resolve("warehouse");
    }

    private RunSettings settings() {
        return new RunSettings(environment, warehouse().toString(), false, 2, null, null, "none");
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("lake");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

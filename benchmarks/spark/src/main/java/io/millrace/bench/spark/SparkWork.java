package io.millrace.bench.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Events in, one JSON a line; bronze (each line as it is) and silver (typed columns) as Parquet out, on one local
 * thread. Reads a line, does the work once, prints what CPU time the process took for it, and so on until its input ends.
 */
public final class SparkWork {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The columns of app_events_silver that an event itself fills. */
    private static final String SCHEMA = "event_id STRING, event_type STRING, event_timestamp TIMESTAMP,"
            + " user_id STRING, anonymous_id STRING, session_id STRING, app_type STRING, app_version STRING,"
            + " event_value DOUBLE, properties STRING";

    private final SparkSession spark;
    private final String events;
    private final String folder;

    private SparkWork(SparkSession spark, String events, String folder) {
        this.spark = spark;
        this.events = events;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SparkSession spark = SparkSession.builder()
                        .master("local[1]")
                        .appName("benchmark")
                        .config("spark.ui.enabled", false)
                        .config("spark.sql.session.timeZone", "UTC")
                        .config("spark.sql.parquet.compression.codec", "zstd")
                        .getOrCreate();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            SparkWork work = new SparkWork(spark, arguments[0], arguments[1]);
            while (in.readLine() != null) {
                long begun = SYSTEM.getProcessCpuTime();
                work.once();
                out.println("took " + (SYSTEM.getProcessCpuTime() - begun));
            }
        }
    }

    private void once() {
        write(spark.read().text(events), "bronze");
        Dataset<Row> typed = spark.read().schema(SCHEMA).json(events);
        write(
                typed.withColumn("event_type", lower(trim(col("event_type"))))
                        .withColumn("app_type", lower(trim(col("app_type"))))
                        .withColumn("event_date", to_date(col("event_timestamp")))
                        .withColumn("event_hour", hour(col("event_timestamp"))),
                "silver");
    }

    private void write(Dataset<Row> rows, String table) {
        rows.write().mode("overwrite").parquet(folder + "/" + table);
    }
}

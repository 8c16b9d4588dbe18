package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader that shares no code with us sees the same tables: pyiceberg, over the Glue catalog and S3. */
@ExtendWith(LocalPlatform.class)
final class PythonIT {
    @BeforeAll
    static void installPyiceberg() {
        Python.install();
    }

    @Test
    void pyiceberg_counts_what_athena_counts() {
        LocalPlatform.millrace(
                        "simulate",
                        "--source",
                        "web,clickstream",
                        "--events",
                        "500",
                        "--rate",
                        "500",
                        "--invalid",
                        "0.05")
                .succeeded();
        LocalPlatform.settle();
        List<String> tables = List.of(
                "local_bronze.app_events_bronze",
                "local_bronze.clickstream_bronze",
                "local_bronze.app_events_quarantine",
                "local_bronze.clickstream_quarantine",
                "local_silver.app_events_silver",
                "local_silver.clickstream_clicks_silver");
        JsonNode counted = Python.run(
                        Python.SOURCES.resolve("count_rows.py"), Python.aws(), tables.toArray(new String[0]))
                .json();
        for (String table : tables) {
            long athena = LocalPlatform.count("select count(*) from " + table);
            assertThat(counted.get(table).asLong()).as(table).isEqualTo(athena).isPositive();
        }
    }
}

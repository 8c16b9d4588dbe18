package io.millrace.local.tests;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The DAGs as Airflow loads them; needs no platform. */
final class DagsIT {
    @Test
    void airflow_loads_the_dags_as_they_are_meant(@TempDir Path home) {
        new Airflow(home).unitTests().succeeded();
    }
}

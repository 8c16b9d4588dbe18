package io.millrace.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.iceberg.io.PositionOutputStream;

/** Keeps reports where whoever started a run finds them, on a laptop as on AWS. */
final class Reports {
    private Reports() {}

    /** Writes the report, over an earlier one of the same run. */
    static void keep(Lake lake, RunReport report) {
        String place = lake.root() + "/system/jobs/" + report.job() + "/" + report.runId() + ".json";
        try (PositionOutputStream out = lake.files().newOutputFile(place).createOrOverwrite()) {
            out.write(report.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the report of a run: " + place, e);
        }
    }
}

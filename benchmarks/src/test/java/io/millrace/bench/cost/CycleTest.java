package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.lake.Call;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatTheProtocolSays() throws IOException {
        Cycle cycle = Cycle.count(folder, 1);

        // A batch: three data files and the claim's body; now and then the dedup window, as two objects.
        assertThat(cycle.writer().of(Call.S3_PUT)).isBetween(4.0, 4.2);
        assertThat(cycle.writer().of(Call.DYNAMO_TRANSACTION)).isEqualTo(1);
        // An attempt, and the transaction's four units.
        assertThat(cycle.writer().of(Call.DYNAMO_WRITE)).isEqualTo(5);
        assertThat(cycle.writer().of(Call.SQS_SEND)).isEqualTo(1);
        // A fold: its manifest; for each of three tables a manifest, a list of them, and the metadata.
        assertThat(cycle.committer().of(Call.S3_PUT)).isBetween(10.0, 10.5);
        assertThat(cycle.committer().of(Call.GLUE_REQUEST)).isGreaterThanOrEqualTo(9);
        assertThat(cycle.foldMillis()).isPositive();
    }
}

package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.lake.Call;
import io.millrace.bench.lake.Put;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatTheProtocolSays() throws IOException {
        Cycle cycle = Cycle.count(folder, 1, 2, 16);

        // A batch: three data files and the claim's body; now and then the dedup window, as two objects.
        assertThat(cycle.writer().of(Call.S3_PUT)).isEqualTo(4 + 2.0 / 32);
        assertThat(cycle.writer().of(Call.DYNAMO_TRANSACTION)).isEqualTo(1);
        assertThat(cycle.writer().puts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Put.BRONZE_FILE, 1.0,
                        Put.SILVER_FILE, 1.0,
                        Put.QUARANTINE_FILE, 1.0,
                        Put.CLAIM, 1.0,
                        Put.WINDOW, 2.0 / 32));
        // An attempt, and the transaction's four units.
        assertThat(cycle.writer().of(Call.DYNAMO_WRITE)).isEqualTo(5);
        assertThat(cycle.writer().of(Call.SQS_SEND)).isEqualTo(1);
        // A fold: its manifest; for each of three tables a manifest, a list of them, and the metadata.
        assertThat(cycle.committer().of(Call.S3_PUT)).isEqualTo(10);
        assertThat(cycle.committer().puts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Put.FOLD, 1.0, Put.MANIFEST, 3.0, Put.MANIFEST_LIST, 3.0, Put.METADATA, 3.0));
        assertThat(cycle.committer().of(Call.GLUE_REQUEST)).isGreaterThanOrEqualTo(9);
        assertThat(cycle.foldMillis()).isPositive();
    }
}

package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.ingest.RecordStream.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStreamTest {
    private final MemoryStream stream = new MemoryStream();

    @Test
    void takesWhatIsWithinTheLimits() {
        assertThat(stream.put(List.of(record(10), record(20)))).containsExactly(Outcome.TAKEN, Outcome.TAKEN);
        assertThat(stream.fetch()).extracting(data -> data.length).containsExactly(10, 20);
    }

    @Test
    void refusesARecordThatIsTooLarge() {
        assertThatThrownBy(() -> stream.put(List.of(record(RecordStream.MAX_RECORD_BYTES))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACallOfTooManyRecords() {
        assertThatThrownBy(() -> stream.put(Collections.nCopies(RecordStream.MAX_RECORDS + 1, record(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACallOfTooManyBytes() {
        assertThatThrownBy(() -> stream.put(Collections.nCopies(6, record(RecordStream.MAX_RECORD_BYTES - 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StreamRecord record(int bytes) {
        return new StreamRecord("1", "0", new byte[bytes]);
    }
}

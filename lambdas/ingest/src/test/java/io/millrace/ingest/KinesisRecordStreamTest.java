package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.ingest.RecordStream.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinesisRecordStreamTest {
    @Test
    void sendsRecordsWithTheirHashKeys() {
        List<StreamRecord> records = List.of(new StreamRecord("3", "170141", new byte[] {1, 2, -1}));

        assertThat(KinesisRecordStream.request("events", records))
                .asString(UTF_8)
                .isEqualTo("""
                {"StreamName":"events","Records":[{"Data":"AQL/","ExplicitHashKey":"170141","PartitionKey":"3"}]}""");
    }

    @Test
    void readsWhatBecameOfEachRecord() throws IOException {
        String answer = """
                {"FailedRecordCount":2,"Records":[
                 {"SequenceNumber":"1","ShardId":"s-0"},
                 {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"slow"},
                 {"ErrorCode":"InternalFailure","ErrorMessage":"broken"}],"EncryptionType":"KMS"}""";

        assertThat(KinesisRecordStream.outcomes(answer.getBytes(UTF_8)))
                .containsExactly(Outcome.TAKEN, Outcome.THROTTLED, Outcome.FAILED);
    }
}

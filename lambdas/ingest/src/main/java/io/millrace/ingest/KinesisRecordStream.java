package io.millrace.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** PutRecords of Kinesis Data Streams. The client must not retry: only {@link Publisher} knows the deadline. */
final class KinesisRecordStream implements RecordStream {
    private static final String THROTTLED = "ProvisionedThroughputExceededException";

    private final KinesisClient kinesis;
    private final String stream;

    KinesisRecordStream(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    @Override
    public List<Outcome> put(List<StreamRecord> records) throws StreamFailedException {
        List<PutRecordsRequestEntry> entries = new ArrayList<>(records.size());
        for (StreamRecord each : records) {
            entries.add(PutRecordsRequestEntry.builder()
                    .partitionKey(each.partitionKey())
                    .explicitHashKey(each.hashKey())
                    .data(SdkBytes.fromByteArrayUnsafe(each.data()))
                    .build());
        }
        try {
            PutRecordsResponse response =
                    kinesis.putRecords(put -> put.streamName(stream).records(entries));
            List<Outcome> outcomes = new ArrayList<>(records.size());
            for (PutRecordsResultEntry each : response.records()) {
                outcomes.add(outcome(each.errorCode()));
            }
            return outcomes;
        } catch (SdkException e) {
            throw new StreamFailedException("Cannot put records to stream " + stream, isThrottling(e), e);
        }
    }

    /** What a result's error code means; Kinesis gives none for a record that it took. */
    static Outcome outcome(@Nullable String errorCode) {
        if (errorCode == null) {
            return Outcome.TAKEN;
        }
        return errorCode.equals(THROTTLED) ? Outcome.THROTTLED : Outcome.FAILED;
    }

    private static boolean isThrottling(SdkException e) {
        return e instanceof ProvisionedThroughputExceededException
                || (e instanceof AwsServiceException service && service.isThrottlingException());
    }
}

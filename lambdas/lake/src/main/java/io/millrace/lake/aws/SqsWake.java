package io.millrace.lake.aws;

import io.millrace.lake.Wake;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Wakes the committer through a FIFO queue whose delay is the commit interval. All askers of one interval send the same
 * deduplication id, so that one message comes out: after the interval has ended, hence after every claim that it stands
 * for.
 */
public final class SqsWake implements Wake {
    private final SqsClient client;
    private final String queueUrl;
    private final Duration interval;
    private final Clock clock;

    public SqsWake(SqsClient client, String queueUrl, Duration interval, Clock clock) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void committer() {
        String bucket = Long.toString(clock.millis() / interval.toMillis());
        try {
            client.sendMessage(message -> message.queueUrl(queueUrl)
                    .messageBody("{\"wake\":" + bucket + "}")
                    .messageGroupId("commit")
                    .messageDeduplicationId(bucket));
        } catch (SdkException e) {
            throw new WakeException("Cannot wake the committer through " + queueUrl, e);
        }
    }
}

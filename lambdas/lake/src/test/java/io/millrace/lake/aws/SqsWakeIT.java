package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.Wake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsWakeIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SqsClient client;
    private String queueUrl;

    @BeforeEach
    void createQueue() {
        TestEndpoint endpoint = TestEndpoint.get();
        client = endpoint.access().sqs();
        queueUrl = client.createQueue(create -> create.queueName("wake-" + endpoint.run + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
    }

    @Test
    void all_askers_of_one_interval_make_one_message() {
        wakeAt(NOON);
        wakeAt(NOON.plusMillis(9_999));
        wakeAt(NOON.plusMillis(10_000));

        assertThat(messages()).isEqualTo("2");
    }

    @Test
    void a_queue_that_is_away_is_told() {
        Wake wake = new SqsWake(client, queueUrl + "-gone", Duration.ofSeconds(10), Clock.systemUTC());

        assertThatThrownBy(wake::committer).isInstanceOf(Wake.WakeException.class);
    }

    private void wakeAt(Instant time) {
        new SqsWake(client, queueUrl, Duration.ofSeconds(10), Clock.fixed(time, ZoneOffset.UTC)).committer();
    }

    private String messages() {
        return client.getQueueAttributes(
                        get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }
}

package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemFailuresTest {

    private static final int SUCCESS = -1;

    private static final Batch BATCH = Batch.fresh(Stream.of("10", "11", "12")
            .map(number -> new ReadRecord(
                    new StreamRecord(number, "key", new byte[0], Instant.EPOCH), new byte[0], Instant.EPOCH))
            .toList());

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    ``                                                                        | -1
                    null                                                                      | -1
                    {}                                                                        | -1
                    {"batchItemFailures": null}                                               | -1
                    {"batchItemFailures": []}                                                 | -1
                    {"statusCode": 200}                                                       | -1
                    {"batchItemFailures": [{"itemIdentifier": "11"}]}                         | 1
                    {"batchItemFailures": [{"itemIdentifier": "11"}, {"itemIdentifier": "12"}]} | 1
                    {"batchItemFailures": [{"itemIdentifier": "10"}]}                         | 0
                    {"batchItemFailures": [{"itemIdentifier": ""}]}                           | 0
                    {"batchItemFailures": [{"itemIdentifier": null}]}                         | 0
                    {"batchItemFailures": [{"wrongKey": "11"}]}                               | 0
                    {"batchItemFailures": [{"itemIdentifier": "99"}]}                         | 0
                    {"batchItemFailures": "11"}                                               | 0
                    "done"                                                                    | 0
                    {broken                                                                   | 0
                    """)
    void anAnswerSaysWhereTheRetryBegins(String answer, int firstFailed) {
        Outcome outcome = ItemFailures.read(answer.getBytes(StandardCharsets.UTF_8), BATCH);
        if (firstFailed == SUCCESS) {
            assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        } else {
            assertThat(((Outcome.Failed) outcome).firstFailed()).isEqualTo(firstFailed);
        }
    }
}

package io.millrace.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The environment's dead letters: wakes of the committer that were received too often, and calls by schedule or deployment
 * that failed to the end of their retries. None of them holds an event: those stay in the stream until they are claimed.
 */
public final class DeadLetters implements AutoCloseable {
    /** Of the queue that wakes the committer. */
    static final String WAKES = "commits-dlq.fifo";

    /** Of schedules and deployments. */
    static final String CALLS = "lake-failures";

    static final String COMMITTER = "lake-committer";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_AT_ONCE = 10;

    /** So that a letter is read once; those that are kept are shown again at the end. */
    private static final int HIDDEN_SECONDS = 60;

    private final SqsClient client;
    private final String prefix;

    public DeadLetters(Target target) {
        this.client = target.clients().sqs();
        this.prefix = "millrace-" + target.env() + "-";
    }

    /**
     * Reads all letters, each once, and takes some of them away.
     *
     * @param done tells which are taken away
     */
    public List<DeadLetter> read(Predicate<DeadLetter> done) {
        List<DeadLetter> letters = new ArrayList<>();
        letters.addAll(read(WAKES, done));
        letters.addAll(read(CALLS, done));
        return letters;
    }

    private List<DeadLetter> read(String queue, Predicate<DeadLetter> done) {
        String url = client.getQueueUrl(get -> get.queueName(prefix + queue)).queueUrl();
        List<DeadLetter> letters = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<Message> messages = receive(url);
        while (!messages.isEmpty()) {
            for (Message message : messages) {
                DeadLetter letter = letter(queue, message);
                letters.add(letter);
                if (done.test(letter)) {
                    client.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
                } else {
                    kept.add(message.receiptHandle());
                }
            }
            messages = receive(url);
        }
        kept.forEach(handle -> client.changeMessageVisibility(
                change -> change.queueUrl(url).receiptHandle(handle).visibilityTimeout(0)));
        return letters;
    }

    private List<Message> receive(String url) {
        return client.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(MOST_AT_ONCE)
                        .visibilityTimeout(HIDDEN_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    private DeadLetter letter(String queue, Message message) {
        String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        Instant failedAt = sent == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(sent));
        if (queue.equals(WAKES)) {
            return new DeadLetter(queue, COMMITTER, failedAt, "");
        }
        JsonNode call = json(message.body());
        String arn = call.at("/requestContext/functionArn").asText();
        String function = arn.replaceFirst("^arn:aws:lambda:[^:]*:[^:]*:function:", "")
                .replaceFirst(":.*$", "")
                .replaceFirst("^" + prefix, "");
        return new DeadLetter(
                queue,
                function,
                failedAt,
                call.at("/responsePayload/errorMessage").asText());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read dead letter: " + body, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

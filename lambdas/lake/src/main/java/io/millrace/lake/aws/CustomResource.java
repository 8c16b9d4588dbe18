package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A request of CloudFormation's to a custom resource and the answer that it waits for at a URL of its own
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html).
 */
final class CustomResource {
    /** An answer may have 4,096 bytes in all. */
    private static final int MAX_REASON_CHARS = 2000;

    private static final int TRIES = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final JsonNode request;

    CustomResource(JsonNode request) {
        this.request = request;
    }

    /** Whether an event is a request of this kind. */
    static boolean asks(JsonNode event) {
        return event.hasNonNull("RequestType") && event.hasNonNull("ResponseURL");
    }

    /** The resource is to go: what it made stays. */
    boolean isDelete() {
        return request.path("RequestType").asText().equals("Delete");
    }

    void succeed(String physicalId, JsonNode data) throws IOException {
        ObjectNode answer = answer("SUCCESS", physicalId);
        answer.set("Data", data);
        send(answer);
    }

    void fail(String physicalId, String reason) throws IOException {
        ObjectNode answer = answer("FAILED", physicalId);
        answer.put("Reason", reason.substring(0, Math.min(reason.length(), MAX_REASON_CHARS)));
        send(answer);
    }

    private ObjectNode answer(String status, String physicalId) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("Status", status);
        answer.put("PhysicalResourceId", request.path("PhysicalResourceId").asText(physicalId));
        for (String name : new String[] {"StackId", "RequestId", "LogicalResourceId"}) {
            answer.put(name, request.path(name).asText());
        }
        return answer;
    }

    /** Tries more than once: without an answer the stack waits until its time-out. No Content-Type: the URL is signed. */
    private void send(ObjectNode answer) throws IOException {
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create(request.path("ResponseURL").asText()))
                .timeout(TIMEOUT)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(answer)))
                .build();
        IOException failure = new IOException("Cannot answer CloudFormation");
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                int status =
                        HTTP.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status < 300) {
                    return;
                }
                failure.addSuppressed(new IOException("Cannot answer CloudFormation: HTTP " + status));
            } catch (IOException e) {
                failure.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure.addSuppressed(e);
                break;
            }
        }
        throw failure;
    }
}

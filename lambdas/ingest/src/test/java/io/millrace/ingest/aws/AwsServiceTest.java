package io.millrace.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsServiceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private record Answer(int status, String body) {}

    private record Seen(String target, String contentType, String authorization, String token, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Seen> seen = new ArrayList<>();
    private HttpServer server;
    private AwsService kinesis;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        kinesis = AwsService.kinesis(
                Map.of(
                        "AWS_ENDPOINT_URL",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "AKID",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "session"),
                TIMEOUT);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                header(exchange, "X-Amz-Target"),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                header(exchange, "X-Amz-Security-Token"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Answer answer = answers.remove();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Test
    void aCallIsASignedPostOfJson() throws AwsException {
        answers.add(new Answer(200, "{\"ok\":1}"));

        byte[] answer = kinesis.call("PutRecords", "{\"a\":2}".getBytes(UTF_8));

        assertThat(answer).asString(UTF_8).isEqualTo("{\"ok\":1}");
        assertThat(seen).singleElement().satisfies(call -> {
            assertThat(call.target()).isEqualTo("Kinesis_20131202.PutRecords");
            assertThat(call.contentType()).isEqualTo("application/x-amz-json-1.1");
            assertThat(call.token()).isEqualTo("session");
            assertThat(call.body()).isEqualTo("{\"a\":2}");
            assertThat(call.authorization())
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
                    .contains("/eu-central-1/kinesis/aws4_request", "SignedHeaders=", "x-amz-target", "Signature=");
        });
    }

    @Test
    void aRefusalSaysWhetherItIsOfTooMuch() {
        answers.add(new Answer(400, "{\"__type\":\"ProvisionedThroughputExceededException\",\"message\":\"slow\"}"));
        answers.add(new Answer(400, "{\"__type\":\"com.amazonaws.kinesis#ResourceNotFoundException\"}"));
        answers.add(new Answer(503, "<html>"));

        assertThat(refusal()).satisfies(e -> {
            assertThat(e.throttled()).isTrue();
            assertThat(e.passing()).isTrue();
            assertThat(e).hasMessageContaining("slow");
        });
        assertThat(refusal()).satisfies(e -> {
            assertThat(e.throttled()).isFalse();
            assertThat(e.passing()).isFalse();
            assertThat(e).hasMessageContaining("400 ResourceNotFoundException");
        });
        assertThat(refusal()).satisfies(e -> {
            assertThat(e.throttled()).isFalse();
            assertThat(e.passing()).isTrue();
        });
    }

    private AwsException refusal() {
        try {
            kinesis.call("PutRecords", new byte[0]);
            throw new AssertionError("nothing refused");
        } catch (AwsException e) {
            return e;
        }
    }

    @Test
    void anAddressThatDoesNotAnswerMayDoSoLater() {
        server.stop(0);

        assertThatThrownBy(() -> kinesis.call("PutRecords", new byte[0]))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.passing()).isTrue());
    }

    @Test
    void withoutAnEndpointItIsTheServicesOwn() {
        assertThat(AwsService.endpoint("kinesis", "eu-central-1", Map.of()))
                .isEqualTo(URI.create("https://kinesis.eu-central-1.amazonaws.com"));
        assertThat(AwsService.endpoint("dynamodb", "cn-north-1", Map.of()))
                .isEqualTo(URI.create("https://dynamodb.cn-north-1.amazonaws.com.cn"));
    }

    @Test
    void withoutCredentialsNothingStarts() {
        assertThatThrownBy(() -> AwsService.dynamo(Map.of("AWS_REGION", "eu-central-1"), TIMEOUT))
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }
}

package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateHandlerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final MigrationReport REPORT = new MigrationReport(
            "digest",
            List.of("a 1.0.0 -> 1.1.0: compatible"),
            new MigrationResult(3, List.of("a.b", "a.c"), Map.of("a.d", List.of("add x string"))),
            "events-g1",
            true);

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<JsonNode> answers = new ArrayList<>();
    private final List<String> contentTypes = new ArrayList<>();
    private HttpServer cloudFormation;

    @BeforeEach
    void listen() throws IOException {
        cloudFormation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloudFormation.createContext("/", exchange -> {
            Integer status = statuses.poll();
            if (status == null) {
                contentTypes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
                answers.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            }
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        cloudFormation.start();
    }

    @AfterEach
    void stop() {
        cloudFormation.stop(0);
    }

    @Test
    void a_created_resource_is_answered_with_what_was_done() throws IOException {
        request("Create", () -> REPORT);

        assertThat(answers).singleElement().isEqualTo(JSON.readTree("""
                {"Status":"SUCCESS","PhysicalResourceId":"millrace-dev-tables","StackId":"stack","RequestId":"request",
                 "LogicalResourceId":"Tables","Data":{"created":2,"evolved":1}}"""));
        assertThat(contentTypes).containsExactly("null");
    }

    @Test
    void a_refused_change_fails_the_deployment_with_the_reason() throws IOException {
        request("Update", () -> {
            throw new MigrationRefusedException(List.of("Cannot migrate table a: no"));
        });

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
            assertThat(answer.path("Reason").asText()).isEqualTo("Cannot migrate table a: no");
            assertThat(answer.path("PhysicalResourceId").asText()).isEqualTo("millrace-dev-tables");
        });
    }

    @Test
    void a_failure_is_told_with_its_cause() throws IOException {
        request("Create", () -> {
            throw new IllegalStateException("Cannot load table a", new IOException("connection refused"));
        });

        assertThat(answers.get(0).path("Reason").asText()).isEqualTo("Cannot load table a: connection refused");
    }

    @Test
    void a_long_reason_is_cut() throws IOException {
        request("Create", () -> {
            throw new IllegalStateException("x".repeat(10_000));
        });

        assertThat(answers.get(0).path("Reason").asText()).hasSize(2000);
    }

    @Test
    void deleting_deletes_nothing_and_succeeds() throws IOException {
        request("Delete", () -> {
            throw new AssertionError("must not run");
        });

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS"));
    }

    @Test
    void an_answer_that_was_not_taken_is_sent_again() throws IOException {
        statuses.addAll(List.of(500, 503));

        request("Create", () -> REPORT);

        assertThat(answers).hasSize(1);
    }

    @Test
    void a_plain_event_gets_the_report_back() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler(() -> REPORT).handleRequest(new ByteArrayInputStream("{}".getBytes(UTF_8)), answer, null);

        assertThat(JSON.readTree(answer.toByteArray())).isEqualTo(JSON.readTree("""
                {"contracts":"digest","changes":["a 1.0.0 -> 1.1.0: compatible"],"tables":{"tables":3,"created":["a.b","a.c"],"evolved":{"a.d":["add x string"]}},
                 "stream":"events-g1","streamBegun":true}"""));
        assertThat(answers).isEmpty();
    }

    @Test
    void a_missing_variable_is_named() {
        assertThatThrownBy(() -> new MigrateHandler(Map.of("MILLRACE_ENV", "dev")))
                .hasMessage("Cannot start: environment variable MILLRACE_STREAM is not set");
    }

    private void request(String type, Supplier<MigrationReport> migration) throws IOException {
        String event = """
                {"RequestType":"%s","ResponseURL":"http://127.0.0.1:%d/answer?signed=1","StackId":"stack",
                 "RequestId":"request","LogicalResourceId":"Tables","ResourceType":"Custom::MillraceMigration",
                 "ResourceProperties":{"contracts":"digest"}}""".formatted(type, cloudFormation.getAddress().getPort());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler(migration).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
    }

    private static MigrateHandler handler(Supplier<MigrationReport> migration) {
        return new MigrateHandler("millrace-dev-tables", migration);
    }
}

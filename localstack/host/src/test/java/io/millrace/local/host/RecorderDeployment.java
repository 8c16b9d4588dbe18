package io.millrace.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.host.poller.ShardStatus;
import io.millrace.local.host.runtime.SamplePackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A stream, a function that writes down what it receives, a queue for what it fails with, and the host that brings the one
 * to the other, in an emulated account.
 */
final class RecorderDeployment {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String name = "millrace-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Path folder;
    private final TestAccount account = new TestAccount(TestEmulator.endpoint());
    private String queueUrl = "";
    private @Nullable LambdaHost host;

    RecorderDeployment(Path folder) {
        this.folder = folder;
    }

    void deploy() throws IOException {
        account.kinesis().createStream(request -> request.streamName(name).shardCount(1));
        await(() -> account.kinesis()
                        .describeStreamSummary(request -> request.streamName(name))
                        .streamDescriptionSummary()
                        .streamStatus()
                == StreamStatus.ACTIVE);
        queueUrl = account.sqs().createQueue(request -> request.queueName(name)).queueUrl();
        SamplePackage.write(folder.resolve("package"), "one");
        Files.createDirectories(folder.resolve("cdk.out"));
        Files.writeString(folder.resolve("cdk.out/Test.template.json"), template());
        start();
        SdkBytes code = SdkBytes.fromByteArray(Files.readAllBytes(folder.resolve("package/lib/function.jar")));
        account.lambda()
                .createFunction(request -> request.functionName(name)
                        .runtime(Runtime.JAVA21)
                        .handler("io.millrace.local.host.runtime.SampleHandlers$Recorder")
                        .role("arn:aws:iam::000000000000:role/test")
                        .timeout(10)
                        .code(upload -> upload.zipFile(code))
                        .environment(environment -> environment.variables(Map.of(
                                "OUT",
                                out().toString(),
                                "POISON",
                                "poison",
                                "MINISTACK_LAMBDA_PROXY_URL",
                                "http://127.0.0.1:" + host().port() + "/"))));
    }

    /** Ends the host, if it runs, and takes away what was deployed. */
    void clear() {
        close();
        account.lambda().deleteFunction(request -> request.functionName(name));
        account.kinesis().deleteStream(request -> request.streamName(name));
        account.sqs().deleteQueue(request -> request.queueUrl(queueUrl));
        account.close();
    }

    /** Starts the host where the one before it has ended. */
    void start() throws IOException {
        host = new LambdaHost(
                new HostOptions(
                        0,
                        account.endpoint(),
                        folder.resolve("cdk.out"),
                        folder.resolve("state"),
                        Duration.ofSeconds(10)),
                Map.of());
    }

    /** Ends the host. */
    void close() {
        if (host != null) {
            host.close();
            host = null;
        }
    }

    /** The host as a process of its own, in place of the one in this process. */
    Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostMain.class.getName(),
                        "--port",
                        "0",
                        "--aws-endpoint",
                        account.endpoint().toString(),
                        "--assembly",
                        folder.resolve("cdk.out").toString(),
                        "--state",
                        folder.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("host.log").toFile()))
                .start();
    }

    /** Whether a checkpoint is in place; one that is still being written lies beside it under another name. */
    boolean checkpointed() {
        try (Stream<Path> files = Files.walk(folder.resolve("state/checkpoints"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                if (Files.readString(file).contains("AFTER_SEQUENCE_NUMBER")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InvokeResponse invoke(String event) {
        return account.lambda().invoke(request -> request.functionName(name).payload(SdkBytes.fromUtf8String(event)));
    }

    void put(String... data) {
        for (String item : data) {
            account.kinesis()
                    .putRecord(request ->
                            request.streamName(name).partitionKey("key").data(SdkBytes.fromUtf8String(item)));
        }
    }

    /** What the queue has for the function's failures. */
    List<String> failures() {
        return account.sqs().receiveMessage(request -> request.queueUrl(queueUrl)).messages().stream()
                .map(Message::body)
                .toList();
    }

    ShardStatus shard() {
        return host().health().mappings().get(0).shards().get(0);
    }

    private LambdaHost host() {
        if (host == null) {
            throw new IllegalStateException("Cannot ask the host: it does not run");
        }
        return host;
    }

    Path out() {
        return folder.resolve("received.ndjson");
    }

    List<String> received() {
        List<String> data = new ArrayList<>();
        try {
            for (String event : Files.exists(out()) ? Files.readAllLines(out()) : List.<String>of()) {
                for (JsonNode record : JSON.readTree(event).path("Records")) {
                    data.add(new String(record.path("kinesis").path("data").binaryValue(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return data;
    }

    static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("gave up waiting").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String template() {
        return """
                {"Resources": {
                  "Recorder": {
                    "Type": "AWS::Lambda::Function",
                    "Properties": {"FunctionName": "%1$s", "Runtime": "java21"},
                    "Metadata": {"aws:asset:path": "../package"}
                  },
                  "Mapping": {
                    "Type": "AWS::Lambda::EventSourceMapping",
                    "Properties": {
                      "FunctionName": {"Ref": "Recorder"},
                      "EventSourceArn": "arn:aws:kinesis:us-east-1:000000000000:stream/%1$s",
                      "StartingPosition": "TRIM_HORIZON", "BatchSize": 10, "MaximumBatchingWindowInSeconds": 1,
                      "BisectBatchOnFunctionError": true, "MaximumRetryAttempts": 1,
                      "FunctionResponseTypes": ["ReportBatchItemFailures"],
                      "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:000000000000:%1$s"}}
                    }
                  }
                }}
                """.formatted(name);
    }
}

package io.millrace.lake.aws;

import io.millrace.local.platform.ScratchEmulator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The AWS that integration tests run against: MiniStack, started once for the run, or, with {@code -Dmillrace.aws=localstack},
 * LocalStack in a container. It also makes names that no other run uses.
 */
final class TestEndpoint {
    private static final boolean LOCALSTACK = "localstack".equals(System.getProperty("millrace.aws"));
    /** The last image that needs no token. It lacks the Glue catalog. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static @Nullable String started;
    private static boolean told;

    final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> environment = new HashMap<>();

    private TestEndpoint(String url) {
        environment.put("AWS_ENDPOINT_URL", url);
        environment.put("AWS_REGION", "us-east-1");
    }

    /** An endpoint with S3, DynamoDB, Kinesis and SQS. */
    static TestEndpoint get() {
        // Iceberg's Glue client takes its credentials from nowhere but the default chain.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return new TestEndpoint(url());
    }

    /** An endpoint that has the Glue catalog as well. */
    static TestEndpoint withGlue() {
        Assumptions.assumeFalse(LOCALSTACK, "skipped on LocalStack: its free image has no Glue catalog");
        return get();
    }

    private static synchronized String url() {
        if (LOCALSTACK && !DockerClientFactory.instance().isDockerAvailable()) {
            if (!told) {
                System.err.println("NOT TESTED AGAINST LOCALSTACK: no Docker engine answers on this machine");
                told = true;
            }
            Assumptions.abort("no Docker engine");
        }
        if (started == null) {
            started = LOCALSTACK ? startLocalStack() : startMiniStack();
        }
        return started;
    }

    private static String startMiniStack() {
        Path module = Path.of("").toAbsolutePath();
        Path folder = module.resolve("target/ministack-" + UUID.randomUUID());
        return ScratchEmulator.start(module.resolve("../..").normalize(), folder)
                .endpoint()
                .toString();
    }

    @SuppressWarnings("resource") // lives as long as the run; Testcontainers removes it afterwards
    private static String startLocalStack() {
        LocalStackContainer container = new LocalStackContainer(IMAGE);
        container.start();
        return container.getEndpoint().toString();
    }

    TestEndpoint with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    AwsAccess access() {
        return new AwsAccess(new Environment(environment));
    }
}

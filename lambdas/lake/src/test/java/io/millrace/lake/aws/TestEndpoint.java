package io.millrace.lake.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** The AWS endpoint that integration tests run against, and names in it that no other run uses. */
final class TestEndpoint {
    private static final String VARIABLE = "MILLRACE_TEST_ENDPOINT";

    final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> environment = new HashMap<>();

    private TestEndpoint(String url) {
        environment.put("AWS_ENDPOINT_URL", url);
        environment.put("AWS_REGION", "us-east-1");
    }

    /** Skips the test, and says so, where no endpoint was given. */
    static TestEndpoint orSkip() {
        String url = System.getProperty(VARIABLE, System.getenv().getOrDefault(VARIABLE, ""));
        if (url.isEmpty()) {
            System.err.println("SKIPPED: set " + VARIABLE + " to the URL of a local AWS endpoint to run this test");
        }
        Assumptions.assumeFalse(url.isEmpty(), VARIABLE + " is not set");
        // Iceberg's Glue client takes its credentials from nowhere but the default chain.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return new TestEndpoint(url);
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

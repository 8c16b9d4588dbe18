package io.millrace.ingest;

import io.millrace.local.platform.ScratchEmulator;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The AWS of integration tests: MiniStack or, with {@code -Dmillrace.aws=localstack}, LocalStack in a container. */
final class TestAws {
    /** The last image that needs no token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private TestAws() {}

    /** Starts one for the rest of the run; without a Docker engine LocalStack is skipped, loudly. */
    static String start() {
        if (!"localstack".equals(System.getProperty("millrace.aws"))) {
            Path module = Path.of("").toAbsolutePath();
            Path folder = module.resolve("target/ministack-" + UUID.randomUUID());
            return ScratchEmulator.start(module.resolve("../..").normalize(), folder)
                    .endpoint()
                    .toString();
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.err.println("INGEST NOT TESTED AGAINST LOCALSTACK: no Docker engine answers on this machine");
            Assumptions.abort("no Docker engine");
        }
        return startLocalStack();
    }

    @SuppressWarnings("resource") // lives as long as the run; Testcontainers removes it afterwards
    private static String startLocalStack() {
        LocalStackContainer container = new LocalStackContainer(IMAGE);
        container.start();
        return container.getEndpoint().toString();
    }
}

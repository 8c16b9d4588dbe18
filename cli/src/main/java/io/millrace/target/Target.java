package io.millrace.target;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * An environment and how to reach it.
 *
 * @param env name, as in {@code local}, {@code dev}
 * @param endpoint of every AWS service, null for AWS itself
 * @param localIngestUrl origin of the ingest API where no stack output tells it
 * @param localServingUrl origin of the serving API where no stack output tells it
 * @param clients makes the AWS clients
 */
public record Target(
        String env,
        @Nullable URI endpoint,
        @Nullable URI localIngestUrl,
        @Nullable URI localServingUrl,
        Region region,
        Clients clients) {

    public static final String LOCAL = "local";

    /** Database of one layer: {@code bronze}, {@code silver}, {@code gold} or {@code ops}. */
    public String database(String layer) {
        return env + "_" + layer;
    }

    public String workgroup() {
        return "millrace-" + env;
    }

    /** Where the door is; empty when it is not deployed. */
    public Optional<URI> ingestUrl(StackOutputs outputs) {
        return localIngestUrl != null
                ? Optional.of(localIngestUrl)
                : outputs.get("IngestUrl").map(URI::create);
    }

    /** Where questions are answered; empty when that is not deployed. */
    public Optional<URI> servingUrl(StackOutputs outputs) {
        return localServingUrl != null && outputs.get("ServingApiId").isPresent()
                ? Optional.of(localServingUrl)
                : outputs.get("ServingUrl").map(URI::create);
    }
}

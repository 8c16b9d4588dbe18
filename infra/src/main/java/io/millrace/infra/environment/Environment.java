package io.millrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * One deployment of the platform: a file in {@code infra/environments}.
 *
 * @param emulated deployed into an emulator of AWS on this machine: what that cannot do is left out
 * @param account twelve digits, or null for the account of the credentials in use
 */
public record Environment(
        String name,
        boolean emulated,
        @Nullable String account,
        String region,
        Architecture architecture,
        Removal removal,
        StorageSettings storage,
        StreamSettings stream,
        IngestSettings ingest,
        LakeSettings lake,
        ServingSettings serving,
        JobSettings jobs,
        OrchestrationSettings orchestration,
        ObservabilitySettings observability) {
    public Environment {
        if (!name.matches("[a-z][a-z0-9]{1,11}")) {
            // It is part of bucket, table and database names, each with its own rule; this fits all.
            throw new IllegalArgumentException("Cannot name an environment '" + name
                    + "': use 2 to 12 lowercase letters and digits, a letter first");
        }
        if (account != null && !account.matches("\\d{12}")) {
            throw new IllegalArgumentException("Cannot deploy to account '" + account + "': it is not twelve digits");
        }
        if (ingest.buckets() < stream.shards()) {
            throw new IllegalArgumentException("Cannot spread " + ingest.buckets() + " ingest.buckets over "
                    + stream.shards() + " stream.shards: have at least as many buckets");
        }
        if (emulated && (ingest.firewall() != null || ingest.domain() != null || ingest.snapStart())) {
            throw new IllegalArgumentException("Cannot emulate environment " + name
                    + ": set ingest.firewall and ingest.domain to null and ingest.snapStart to false");
        }
        if (emulated && orchestration.airflow() != null) {
            throw new IllegalArgumentException(
                    "Cannot emulate environment " + name + ": set orchestration.airflow to null");
        }
        if (emulated && (serving.firewall() != null || serving.snapStart())) {
            throw new IllegalArgumentException("Cannot emulate environment " + name
                    + ": set serving.firewall to null and serving.snapStart to false");
        }
    }
}

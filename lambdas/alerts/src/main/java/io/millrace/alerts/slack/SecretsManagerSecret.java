package io.millrace.alerts.slack;

import io.millrace.alerts.DeliveryException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A secret in Secrets Manager. */
public final class SecretsManagerSecret implements Secret {
    private final SecretsManagerClient client;
    private final String name;

    public SecretsManagerSecret(SecretsManagerClient client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public String read() {
        try {
            return client.getSecretValue(get -> get.secretId(name)).secretString();
        } catch (SdkException e) {
            throw new DeliveryException("Cannot read secret " + name + ": " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return name;
    }
}

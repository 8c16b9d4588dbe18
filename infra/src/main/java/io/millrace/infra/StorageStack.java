package io.millrace.infra;

import io.millrace.infra.environment.StorageSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Where things stay: the lake's bucket, Athena's results, the ledger, the sources' keys, the topic for notices. */
public final class StorageStack extends PlatformStack {
    private final StorageSettings settings;
    private final @Nullable Key key;

    public StorageStack(Construct scope, Deployment deployment) {
        super(scope, "Storage", "Millrace: buckets and tables", deployment);
        settings = deployment.environment().storage();
        Names names = deployment.names();
        this.key = settings.customerKey() ? key(names) : null;

        Buckets buckets = new Buckets(this, deployment, key);
        output("LakeBucket", buckets.lake().getBucketName());
        output("AthenaBucket", buckets.queryResults().getBucketName());
        output("LedgerTable", table("Ledger", names.ledgerTable(), "pk", "sk").getTableName());
        output("NoticesTopicArn", new Notices(this, deployment, key).arn());
        output("KeysTable", table("Keys", names.keysTable(), "key_hash", null).getTableName());
    }

    /** Of buckets, tables and the topic, where the environment has its own. */
    @Nullable
    Key key() {
        return key;
    }

    private Key key(Names names) {
        Key key = Key.Builder.create(this, "Key")
                .alias(names.keyAlias())
                .description("Millrace " + names.environment() + ": buckets and tables")
                .enableKeyRotation(true)
                .removalPolicy(deployment.removalPolicy())
                .build();
        key.addToResourcePolicy(AlertTopic.useByWatchers(names));
        return key;
    }

    private Table table(String id, String name, String partitionKey, @Nullable String sortKey) {
        Table.Builder table = Table.Builder.create(this, id)
                .tableName(name)
                .partitionKey(string(partitionKey))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(settings.pointInTimeRecovery())
                        .build())
                .deletionProtection(settings.deletionProtection())
                .removalPolicy(deployment.removalPolicy());
        if (sortKey != null) {
            table.sortKey(string(sortKey));
        }
        if (key != null) {
            table.encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key);
        }
        Table built = table.build();
        if (!settings.pointInTimeRecovery()) {
            Nag.acknowledge(
                    built, "AwsSolutions-DDB3", "This environment's data can be sent again; it is not backed up");
        }
        return built;
    }

    private static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}

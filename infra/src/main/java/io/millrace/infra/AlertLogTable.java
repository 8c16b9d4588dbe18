package io.millrace.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Which alerts were sent, so that one trouble is one message. It forgets by itself. */
final class AlertLogTable extends Construct {
    AlertLogTable(Construct scope, Deployment deployment, @Nullable IKey key) {
        super(scope, "Log");
        Table.Builder table = Table.Builder.create(this, "Table")
                .tableName(deployment.names().alertsTable())
                .partitionKey(Attribute.builder()
                        .name("dedup_key")
                        .type(AttributeType.STRING)
                        .build())
                .timeToLiveAttribute("expires_at")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .removalPolicy(deployment.removalPolicy());
        if (key != null) {
            table.encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(key);
        }
        Nag.acknowledge(
                table.build(),
                "AwsSolutions-DDB3",
                "It holds for days what was said already; lost, it is said once more");
    }
}

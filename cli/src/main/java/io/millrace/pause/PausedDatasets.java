package io.millrace.pause;

import io.millrace.lake.Pause;
import io.millrace.ledger.DynamoDbPauses;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Looks up which datasets are paused. */
public final class PausedDatasets {
    private PausedDatasets() {}

    /** Asked for or in effect; none where nothing is deployed. */
    public static List<Pause> of(Target target) {
        Optional<String> ledger = StackOutputs.of(target).get("LedgerTable");
        if (ledger.isEmpty()) {
            return List.of();
        }
        try (DynamoDbClient client = target.clients().dynamoDb()) {
            return new DynamoDbPauses(client, ledger.get()).list();
        }
    }
}

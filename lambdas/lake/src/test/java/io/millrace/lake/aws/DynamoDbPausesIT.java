package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.Pause;
import io.millrace.ledger.DynamoDbPauses;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbPausesIT {
    private static final Pause ORDERS = new Pause("orders", Set.of("b.orders"), Instant.EPOCH, "why");
    private static final Pause USERS = new Pause("users", Set.of("b.users", "s.users"), Instant.EPOCH, "");

    @Test
    void a_dataset_is_paused_once_and_until_it_is_resumed() {
        TestEndpoint endpoint = TestEndpoint.get();
        DynamoDbClient client = endpoint.access().dynamoDb();
        String table = "pauses-" + endpoint.run;
        LedgerTables.create(client, table);
        DynamoDbPauses pauses = new DynamoDbPauses(client, table);
        assertThat(pauses.tables()).isEmpty();

        assertThat(pauses.begin(ORDERS)).isTrue();
        assertThat(pauses.begin(USERS)).isTrue();
        assertThat(pauses.begin(new Pause("orders", Set.of("other"), Instant.now(), "again")))
                .isFalse();
        assertThat(pauses.list()).containsExactly(ORDERS, USERS);
        assertThat(pauses.tables()).containsExactlyInAnyOrder("b.orders", "b.users", "s.users");

        pauses.end("orders");
        pauses.end("orders");
        assertThat(pauses.list()).containsExactly(USERS);
    }
}

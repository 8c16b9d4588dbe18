package io.millrace.lake.aws;

import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerContract;
import io.millrace.ledger.DynamoDbLedger;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbLedgerIT extends LedgerContract {
    private static DynamoDbClient client;
    private static String table;

    @BeforeAll
    static void createTable() {
        TestEndpoint endpoint = TestEndpoint.get();
        client = endpoint.access().dynamoDb();
        table = "ledger-" + endpoint.run;
        LedgerTables.create(client, table);
    }

    @Override
    protected Ledger ledger() {
        return new DynamoDbLedger(client, table);
    }
}

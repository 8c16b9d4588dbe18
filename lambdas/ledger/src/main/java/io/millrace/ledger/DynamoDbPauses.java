package io.millrace.ledger;

import static io.millrace.ledger.Attributes.set;
import static io.millrace.ledger.Attributes.text;

import io.millrace.lake.Pause;
import io.millrace.lake.Pauses;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The wishes for pauses, one a dataset, in the ledger's DynamoDB table. */
public final class DynamoDbPauses implements Pauses {
    private final LedgerTable table;

    public DynamoDbPauses(DynamoDbClient client, String ledgerTable) {
        this.table = new LedgerTable(client, ledgerTable);
    }

    @Override
    public Set<String> tables() {
        return list().stream().flatMap(pause -> pause.tables().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** All of them, by dataset. */
    public List<Pause> list() {
        return table.after(LedgerKey.PAUSES, " ", Integer.MAX_VALUE).stream()
                .map(DynamoDbPauses::pause)
                .toList();
    }

    /** Asks for a pause. Returns false if the dataset has one; then that one stays. */
    public boolean begin(Pause pause) {
        Map<String, AttributeValue> item =
                new HashMap<>(LedgerKey.pause(pause.dataset()).attributes());
        item.put("tables", set(pause.tables()));
        item.put("since", text(pause.since().toString()));
        item.put("reason", text(pause.reason()));
        return table.create(item);
    }

    /** Takes the wish back. Doing it twice changes nothing. */
    public void end(String dataset) {
        table.delete(LedgerKey.pause(dataset));
    }

    private static Pause pause(Map<String, AttributeValue> item) {
        return new Pause(
                text(item, LedgerKey.SK),
                set(item, "tables"),
                Instant.parse(text(item, "since")),
                text(item, "reason"));
    }
}

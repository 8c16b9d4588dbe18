package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.audit.Balance;
import io.millrace.audit.DatasetBalance;
import io.millrace.audit.LedgerReport;
import io.millrace.audit.TableCounts;
import io.millrace.lake.MinuteCounts;

/** The ledger as JSON: for each dataset and minute what the ledger and what the tables say. */
final class LedgerJson {

    private LedgerJson() {}

    static ObjectNode of(LedgerReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode minutes = json.putArray("minutes");
        for (DatasetBalance dataset : report.datasets()) {
            dataset.minutes()
                    .forEach((minute, balance) -> put(
                            minutes.addObject()
                                    .put("dataset", dataset.dataset())
                                    .put("minute", minute.toString()),
                            balance));
        }
        json.put("undecodable", report.undecodable());
        ArrayNode gaps = json.putArray("gaps");
        report.gaps().forEach(gaps::add);
        return json;
    }

    private static void put(ObjectNode minute, Balance balance) {
        MinuteCounts ledger = balance.after();
        minute.putObject("ledger")
                .put("received", ledger.received())
                .put("bronze", ledger.bronze())
                .put("quarantine_door", ledger.quarantineDoor())
                .put("silver", ledger.silver())
                .put("quarantine_row", ledger.quarantineRow())
                .put("duplicates", ledger.duplicates())
                .put("control", ledger.control());
        TableCounts tables = balance.tables();
        minute.putObject("tables")
                .put("bronze", tables.bronze())
                .put("quarantine_door", tables.quarantineDoor())
                .put("silver", tables.silver())
                .put("quarantine_row", tables.quarantineRow());
        minute.put("holds", balance.gaps().isEmpty());
    }
}

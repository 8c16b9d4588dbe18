package io.millrace.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contract.Contract;
import io.millrace.contract.Format;
import io.millrace.contract.SampleEvent;

/** A sample event, the command that sends it, and the command that reads it back. */
final class HowToUse {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What comes in are not objects of the contract's fields, so its examples make no event. */
    private static final String CHANGE = """
            {"topic": "shop.inventory.customers", "key": {"id": 1}, "value": {
              "op": "c", "before": null, "after": {"id": 1, "first_name": "Sally"},
              "source": {"connector": "postgresql", "name": "shop", "db": "postgres", "schema": "inventory",
                "table": "customers", "lsn": 22353560, "ts_ms": 1767225600000}}}""";

    private HowToUse() {}

    static void write(Html html, Contract contract) {
        String event = sample(contract);
        if (contract.format() == Format.ROWS) {
            landing(html, contract, event);
        } else {
            sending(html, contract, event);
        }
        html.element("h2", "Read it back");
        html.element("pre", () -> html.element("code", query(contract)));
    }

    private static void sending(Html html, Contract contract, String event) {
        html.element("h2", "A sample event");
        html.element("pre", () -> html.element("code", event));
        html.element("h2", "Send one");
        html.element("pre", () -> html.element("code", curl(contract.dataset(), event)));
        html.element(
                "p",
                () -> html.text("Add ")
                        .element("code", "?validate=only")
                        .text(" to the address to have it checked and nothing kept."));
    }

    private static void landing(Html html, Contract contract, String row) {
        html.element("h2", "A sample row, its cells under the names of the header");
        html.element("pre", () -> html.element("code", row));
        html.element("h2", "Land a file of them");
        html.element(
                "pre",
                () -> html.element(
                        "code", "./millrace land " + contract.dataset() + ".csv\n./millrace run batch-ingest"));
    }

    /** The event goes in by a quoted here-document, so that no shell looks into it. */
    static String curl(String dataset, String event) {
        return """
                export URL=$(./millrace outputs | jq -r .ingestUrl) KEY=$(./millrace outputs | jq -r .writeKey)
                curl "$URL/v1/events/%s" -H "x-api-key: $KEY" -H 'content-type: application/json' \\
                  --data-binary @- <<'EVENT'
                %s
                EVENT""".formatted(dataset, event);
    }

    private static String query(Contract contract) {
        String wait = contract.format() == Format.ROWS ? "" : "./millrace settle\n";
        return wait + "./millrace query \"SELECT * FROM " + contract.silver().name()
                + " ORDER BY _received_at DESC LIMIT 10\"";
    }

    private static String sample(Contract contract) {
        if (contract.format() == Format.CDC) {
            return CHANGE;
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(SampleEvent.of(contract));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the sample event of " + contract.dataset(), e);
        }
    }
}

package io.millrace.event;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExternalRulesTest {
    @TestFactory
    Stream<DynamicTest> eventsOfOthers() {
        return new RuleTable(
                        "external",
                        "'event_id':'e1'",
                        "'event_type':'invoice.paid'",
                        "'event_timestamp':'2026-03-01T12:00:00Z'")
                .takes("'event_type':' Invoice.PAID '", "event_type", "invoice.paid")
                .takes("'event_type':'anything at all'", "event_type", "anything at all")
                .takes("'properties':{'body':'<feed/>'}", "properties", "{\"body\":\"<feed/>\"}")
                .rejects("'event_type'", "required /event_type")
                .rejects("'event_type':'" + "x".repeat(257) + "'", "length /event_type")
                .rejects("'event_timestamp':null", "required /event_timestamp")
                .rejects("'event_timestamp':'2026-03-02T12:00:01Z'", "range /event_timestamp")
                .rejects("'properties':[]", "type /properties")
                .rows();
    }
}

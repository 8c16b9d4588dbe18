package io.millrace.event;

import static io.millrace.event.RuleTable.micros;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SensorsRulesTest {
    @TestFactory
    Stream<DynamicTest> readings() {
        return new RuleTable(
                        "sensors",
                        "'event_id':'e1'",
                        "'sensor_id':'s1'",
                        "'metric':'temperature'",
                        "'value':21.5",
                        "'event_timestamp':'2026-03-01T12:00:00Z'")
                .takes("'metric':' temperature '", "metric", "temperature")
                .takes("'value':-40", "value", -40.0)
                .takes("'value':1e300", "value", 1e300)
                .takes("'unit':' C '", "unit", "C")
                .takes("'sentAt':'2026-03-01T11:59:58Z'", "event_timestamp", micros("2026-03-01T12:00:02Z"))
                .rejects("'sensor_id'", "required /sensor_id")
                .rejects("'sensor_id':7", "type /sensor_id")
                .rejects("'metric':' '", "required /metric")
                .rejects("'metric':'" + "m".repeat(129) + "'", "length /metric")
                .rejects("'value'", "required /value")
                .rejects("'value':'21.5'", "type /value")
                .rejects("'value':1e400", "range /value")
                .rejects("'unit':'" + "u".repeat(65) + "'", "length /unit")
                .rejects("'event_timestamp':'2019-12-31T23:59:59Z'", "range /event_timestamp")
                .rejects("'event_timestamp':'2026-03-02T12:00:01Z'", "range /event_timestamp")
                .rows();
    }
}

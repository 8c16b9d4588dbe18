package io.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.event.Rejected;
import io.millrace.event.Rules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LogicalTypesTest {
    private static final String RECORD =
            "{'schema':{'type':'struct','fields':[{'type':'struct','field':'after','fields':["
                    + "{'field':'v',%s}]}]},'payload':{'op':'c','ts_ms':1767225600000,'after':{'v':%s},"
                    + "'source':{'name':'s','table':'t','lsn':1}}}";

    private record Row(String schema, String value, String expected) {}

    @TestFactory
    Stream<DynamicTest> aValueIsWrittenAsItsTypeSays() {
        return Stream.of(
                        row(
                                "'name':'org.apache.kafka.connect.data.Decimal','parameters':{'scale':'2'}",
                                "'BBo='",
                                "'10.50'"),
                        row(
                                "'name':'org.apache.kafka.connect.data.Decimal','parameters':{'scale':'0'}",
                                "'AA=='",
                                "'0'"),
                        row(
                                "'name':'org.apache.kafka.connect.data.Decimal','parameters':{'scale':'-2'}",
                                "'Aw=='",
                                "'300'"),
                        row("'name':'io.debezium.data.VariableScaleDecimal'", "{'scale':3,'value':'BBo='}", "'1.050'"),
                        row("'name':'io.debezium.time.Date'", "-1", "'1969-12-31'"),
                        row("'name':'org.apache.kafka.connect.data.Date'", "3711", "'1980-02-29'"),
                        row("'name':'io.debezium.time.Time'", "3723004", "'01:02:03.004'"),
                        row("'name':'io.debezium.time.MicroTime'", "86400000000", "'24:00:00'"),
                        row("'name':'io.debezium.time.MicroTime'", "-3020399000000", "'-838:59:59'"),
                        row("'name':'io.debezium.time.NanoTime'", "1", "'00:00:00.000000001'"),
                        row("'name':'io.debezium.time.Timestamp'", "1767225600120", "'2026-01-01T00:00:00.12'"),
                        row("'name':'org.apache.kafka.connect.data.Timestamp'", "-1", "'1969-12-31T23:59:59.999'"),
                        row(
                                "'name':'io.debezium.time.MicroTimestamp'",
                                "1767225600123456",
                                "'2026-01-01T00:00:00.123456'"),
                        row("'name':'io.debezium.time.NanoTimestamp'", "0", "'1970-01-01T00:00:00'"),
                        row(
                                "'name':'io.debezium.time.ZonedTimestamp'",
                                "'2026-01-01T00:00:00Z'",
                                "'2026-01-01T00:00:00Z'"),
                        row("'name':'io.debezium.time.Year'", "2026", "2026"),
                        row("'type':'float64'", "1.10e5", "1.10e5"),
                        row("'type':'int64'", "123456789012345678901234567890", "123456789012345678901234567890"),
                        row(
                                "'type':'array','items':{'name':'io.debezium.time.Date'}",
                                "[0,null,1]",
                                "['1970-01-01',null,'1970-01-02']"),
                        row("'type':'map','values':{'name':'io.debezium.time.Date'}", "{'a':0}", "{'a':'1970-01-01'}"),
                        row(
                                "'type':'struct','fields':[{'field':'d','name':'io.debezium.time.Date'}]",
                                "{'d':0,'e':0}",
                                "{'d':'1970-01-01','e':0}"),
                        row("'name':'io.debezium.time.Date'", "null", "null"),
                        row("'type':'string'", "'a\\ud800\\n'", "'a\\ud800\\n'"))
                .map(row -> DynamicTest.dynamicTest(
                        row.schema() + " " + row.value(),
                        () -> assertThat(Checked.change(record(row.schema(), row.value()))
                                        .get("after"))
                                .isEqualTo(json("{'v':" + row.expected() + "}"))));
    }

    @TestFactory
    Stream<DynamicTest> aValueThatIsNotOfItsTypeIsRejected() {
        return Stream.of(
                        row("'name':'io.debezium.time.Date'", "'soon'", "whole number of days"),
                        row("'name':'io.debezium.time.Date'", "9223372036854775807", "whole number of days"),
                        row("'name':'io.debezium.time.Date'", "{}", "whole number of days"),
                        row("'name':'io.debezium.time.MicroTimestamp'", "1.5", "whole number of microseconds"),
                        row(
                                "'name':'io.debezium.time.MicroTimestamp'",
                                "99999999999999999999",
                                "whole number of microseconds"),
                        row(
                                "'name':'org.apache.kafka.connect.data.Decimal','parameters':{'scale':'2'}",
                                "'***'",
                                "base64"),
                        row("'name':'org.apache.kafka.connect.data.Decimal'", "'BBo='", "with a scale"),
                        row(
                                "'name':'org.apache.kafka.connect.data.Decimal','parameters':{'scale':'2147483647'}",
                                "'BBo='",
                                "with a scale"),
                        row(
                                "'name':'io.debezium.data.VariableScaleDecimal'",
                                "{'scale':-999999999,'value':'BBo='}",
                                "with a scale"))
                .map(row -> DynamicTest.dynamicTest(row.schema() + " " + row.value(), () -> {
                    Rejected rejected = Checked.rejected(record(row.schema(), row.value()));
                    assertThat(rejected.rule()).isEqualTo(Rules.TYPE);
                    assertThat(rejected.pointer()).isEqualTo("/payload/after/v");
                    assertThat(rejected.reason()).contains(row.expected());
                }));
    }

    private static Row row(String schema, String value, String expected) {
        return new Row(schema, value, expected);
    }

    private static String record(String schema, String value) {
        return json(RECORD.formatted(schema, value));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

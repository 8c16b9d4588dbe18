package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SinkRecordTest {
    private static final String CHANGE =
            "{'op':'c','ts_ms':5,'after':{'id':1},'source':{'name':'shop','table':'t','lsn':7,'ts_ms':5}}";

    private record Row(String name, String data, String partitionKey, String source, String payload) {}

    @TestFactory
    Stream<DynamicTest> whatASinkWroteIsKeptWithItsKey() {
        String dms = "{'data':{},'metadata':{'operation':'insert'}}";
        return Stream.of(
                        new Row("change", CHANGE, "{'id':1}", "shop", "{'key':{'id':1},'value':" + CHANGE + "}"),
                        new Row("change without a key", CHANGE, "default", "shop", CHANGE),
                        new Row("tombstone", "", "{'id':1}", "debezium", "{'key':{'id':1},'value':null}"),
                        new Row("tombstone without a key", "", "default", "debezium", "null"),
                        new Row(
                                "heartbeat",
                                "{'ts_ms':1}",
                                "{'serverName':'s'}",
                                "debezium",
                                "{'key':{'serverName':'s'},'value':{'ts_ms':1}}"),
                        new Row("DMS", dms, "s.t.1", "dms", dms),
                        new Row(
                                "with topic",
                                "{'topic':'t','value':" + CHANGE + "}",
                                "{'id':1}",
                                "shop",
                                "{'topic':'t','value':" + CHANGE + "}"))
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(SinkRecord.recognise(bytes(row.data()), json(row.partitionKey())))
                                .hasValueSatisfying(sink -> {
                                    assertThat(sink.source()).isEqualTo(row.source());
                                    assertThat(new String(sink.payload(), UTF_8))
                                            .isEqualTo(json(row.payload()));
                                })));
    }

    @TestFactory
    Stream<DynamicTest> anythingElseIsNotASinks() {
        return Stream.of("no frame", "{'event_id':'e1'}", "[1]", "17", "{'op':'c'", "\u0000\u0001")
                .map(data -> DynamicTest.dynamicTest(
                        data,
                        () -> assertThat(SinkRecord.recognise(bytes(data), "{}"))
                                .isEmpty()));
    }

    private static byte[] bytes(String text) {
        return json(text).getBytes(UTF_8);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

package io.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.event.Rejected;
import io.millrace.event.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordShapesTest {
    private static final String MYSQL =
            "{'op':'u','ts_ms':1465491411815,'before':{'id':1004,'first_name':'Anne-Marie'},"
                    + "'after':{'id':1004,'first_name':'Anne'},'source':{'connector':'mysql','name':'mysql-server-1','ts_ms':0,"
                    + "'snapshot':false,'db':'inventory','table':'customers','file':'mysql-bin.000003','pos':154,'row':0}}";
    private static final String DMS = "{'data':{'trans_id':6,'amount':1.50},'metadata':{"
            + "'timestamp':'2023-01-16T06:25:34.444953Z','record-type':'data','operation':'insert',"
            + "'partition-key-type':'primary-key','schema-name':'testdb','table-name':'retail_trans',"
            + "'transaction-id':12884904641}}";
    private static final String FLAT = "{'id':1,'name':'Ann','__op':'u','__table':'people','__lsn':42,"
            + "'__source_ts_ms':1767225600123,'__deleted':'false'}";

    private record Marked(String name, String json, String kind) {}

    @TestFactory
    Stream<DynamicTest> aRecordThatChangesNoRowIsControl() {
        return Stream.of(
                        new Marked("tombstone", "{'topic':'s.t','key':{'id':1},'value':null}", "tombstone"),
                        new Marked("bare tombstone", "null", "tombstone"),
                        new Marked("null payload", "{'schema':{'type':'struct'},'payload':null}", "tombstone"),
                        new Marked("heartbeat", "{'ts_ms':1767225600000}", "heartbeat"),
                        new Marked(
                                "heartbeat by topic",
                                "{'topic':'__debezium-heartbeat.s','value':{'ts_ms':1,'more':1}}",
                                "heartbeat"),
                        new Marked(
                                "begin",
                                "{'status':'BEGIN','id':'1:2','event_count':null,'data_collections':null,'ts_ms':1}",
                                "transaction"),
                        new Marked(
                                "schema change",
                                "{'source':{'name':'s'},'databaseName':'d','ddl':'ALTER TABLE t','tableChanges':[]}",
                                "schema_change"),
                        new Marked(
                                "logical message",
                                "{'op':'m','source':{'name':'s','lsn':1},'ts_ms':1,'message':{'prefix':'p','content':''}}",
                                "message"),
                        new Marked(
                                "DMS create-table",
                                "{'control':{},'metadata':{'record-type':'control','operation':'create-table',"
                                        + "'schema-name':'s','table-name':'t','timestamp':'2023-01-16T06:25:34Z'}}",
                                "create-table"),
                        new Marked(
                                "DMS control of any text",
                                "{'control':{},'metadata':{'operation':'<b>" + "x".repeat(9000) + "'}}",
                                "control"))
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(Checked.control(json(row.json()))).isEqualTo(row.kind())));
    }

    private record Bad(String name, String json, String rule, String pointer, String reason) {}

    @TestFactory
    Stream<DynamicTest> aRecordThatCannotBeReadIsRejectedWithThePlace() {
        return Stream.of(
                        new Bad("no JSON", "{'op':", Rules.MALFORMED_JSON, "", "must be JSON"),
                        new Bad("empty", "", Rules.MALFORMED_JSON, "", "is empty"),
                        new Bad("two texts", "{}{}", Rules.MALFORMED_JSON, "", "has more after it"),
                        new Bad("some event", "{'event_id':'e1'}", Rules.UNKNOWN_FORMAT, "", "Debezium or AWS DMS"),
                        new Bad("a number", "17", Rules.UNKNOWN_FORMAT, "", "Debezium or AWS DMS"),
                        new Bad(
                                "unknown operation",
                                MYSQL.replace("'op':'u'", "'op':'x'"),
                                Rules.ALLOWED_VALUES,
                                "/op",
                                "must be one of"),
                        new Bad(
                                "update without row",
                                MYSQL.replace("'after':{'id':1004,'first_name':'Anne'}", "'after':null"),
                                Rules.REQUIRED,
                                "/after",
                                "required for UPDATE"),
                        new Bad(
                                "row that is no object",
                                MYSQL.replace("'after':{'id':1004,'first_name':'Anne'}", "'after':[1]"),
                                Rules.TYPE,
                                "/after",
                                "must be an object"),
                        new Bad(
                                "no position",
                                MYSQL.replace("'pos'", "'position'"),
                                Rules.REQUIRED,
                                "/source/lsn",
                                "order of changes"),
                        new Bad(
                                "position that is no number",
                                MYSQL.replace("154", "'one'"),
                                Rules.TYPE,
                                "/source/pos",
                                "whole number"),
                        new Bad(
                                "no table",
                                MYSQL.replace("'table':'customers'", "'table':'  '"),
                                Rules.REQUIRED,
                                "/source/table",
                                "required"),
                        new Bad(
                                "time that is no number",
                                MYSQL.replace("1465491411815", "'yesterday'"),
                                Rules.TYPE,
                                "/ts_ms",
                                "whole number"),
                        new Bad(
                                "time in the far future",
                                MYSQL.replace("1465491411815", "9223372036854775807"),
                                Rules.RANGE,
                                "/ts_ms",
                                "years 1 to 9999"),
                        new Bad(
                                "twice the same member",
                                MYSQL.replace("'op':'u'", "'op':'u','op':'d'"),
                                Rules.DUPLICATE_FIELD,
                                "/op",
                                "once"),
                        new Bad(
                                "DMS time",
                                DMS.replace("T06:25:34", "T29:10:49"),
                                Rules.TYPE,
                                "/metadata/timestamp",
                                "must be an ISO 8601 time"),
                        new Bad(
                                "DMS operation",
                                DMS.replace("insert", "upsert"),
                                Rules.ALLOWED_VALUES,
                                "/metadata/operation",
                                "must be one of"),
                        new Bad(
                                "DMS table",
                                DMS.replace("'retail_trans'", "' '"),
                                Rules.REQUIRED,
                                "/metadata/table-name",
                                "required"),
                        new Bad(
                                "flattened without position",
                                FLAT.replace("'__lsn':42,", ""),
                                Rules.REQUIRED,
                                "/__lsn",
                                "order of changes"),
                        new Bad(
                                "flattened without operation",
                                FLAT.replace("'__op':'u',", ""),
                                Rules.REQUIRED,
                                "/__op",
                                "add.fields"),
                        new Bad(
                                "value in an envelope",
                                "{'key':{'id':1},'value':{'schema':null,'payload':"
                                        + MYSQL.replace("'pos':154", "'pos':-1") + "}}",
                                Rules.RANGE,
                                "/value/payload/source/pos",
                                "below 0"))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    Rejected rejected = Checked.rejected(json(row.json()));
                    assertThat(List.of(rejected.rule(), rejected.pointer())).containsExactly(row.rule(), row.pointer());
                    assertThat(rejected.reason()).contains(row.reason());
                }));
    }

    @Test
    void aChangeOfMySqlIsPlacedByItsBinlog() {
        assertThat(Checked.change(json(MYSQL)))
                .containsEntry("operation", "UPDATE")
                .containsEntry("source_database", "inventory")
                .containsEntry("source_schema", null)
                .containsEntry("key", null)
                .containsEntry("before", json("{'id':1004,'first_name':'Anne-Marie'}"))
                .containsEntry("source_position", "mysql-bin.0000000003/00000000000000000154/0000000000")
                .containsEntry("committed_at", 1465491411815000L);
    }

    @Test
    void theBinlogAfterTheMillionthSortsLast() {
        String before = position(MYSQL.replace("000003", "999999").replace("154", "99"));
        String after = position(MYSQL.replace("000003", "1000000").replace("154", "4"));

        assertThat(before).isLessThan(after);
    }

    @Test
    void aChangeOfDmsIsPlacedByTimeTransactionAndRecord() {
        assertThat(Checked.change(json(DMS)))
                .containsEntry("operation", "INSERT")
                .containsEntry("source_schema", "testdb")
                .containsEntry("source_table", "retail_trans")
                .containsEntry("after", json("{'trans_id':6,'amount':1.50}"))
                .containsEntry("source_position", "2023-01-16T06:25:34.444953Z/00000000012884904641/0000000000")
                .containsEntry("committed_at", 1673850334444953L);
    }

    @Test
    void theRowThatDmsDeletedIsTheOneBefore() {
        Map<String, @Nullable Object> deleted = Checked.change(json(DMS.replace("insert", "delete")));

        assertThat(deleted).containsEntry("after", null).containsEntry("before", json("{'trans_id':6,'amount':1.50}"));
    }

    @Test
    void aTableNameIsTrimmed() {
        assertThat(Checked.change(json(DMS.replace("'retail_trans'", "' retail_trans'"))))
                .containsEntry("source_table", "retail_trans");
    }

    @Test
    void aFlattenedRowLosesWhatFlatteningAdded() {
        assertThat(Checked.change(json(FLAT)))
                .containsEntry("operation", "UPDATE")
                .containsEntry("source_table", "people")
                .containsEntry("after", json("{'id':1,'name':'Ann'}"))
                .containsEntry("before", null)
                .containsEntry("source_position", "00000000000000000042")
                .containsEntry("committed_at", 1767225600123000L);
    }

    @Test
    void rowsOfASnapshotWithoutAKeyAreToldApart() {
        String first = "{'op':'r','ts_ms':5,'ts_ns':50,'after':{'a':1},'source':{'table':'t','lsn':7,'ts_ms':5}}";

        assertThat(id(first)).isEqualTo(id(first));
        assertThat(id(first)).isNotEqualTo(id(first.replace("'a':1", "'a':2")));
        assertThat(id(first)).as("a row that is there twice").isNotEqualTo(id(first.replace("50", "51")));
    }

    private static String position(String json) {
        return (String) Checked.change(json(json)).get("source_position");
    }

    private static String id(String json) {
        return (String) Checked.change(json(json)).get("event_id");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

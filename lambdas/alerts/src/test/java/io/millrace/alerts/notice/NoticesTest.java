package io.millrace.alerts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alert.AlertState;
import io.millrace.alert.GateFailure;
import io.millrace.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final GateFailure GATE = gate("gold.daily_sales_metrics", "812");

    /** As CloudWatch sends it. */
    private static final String ALARM = """
        {"AlarmName": "millrace-prod-freshness-orders",
         "AlarmDescription": "Rows of orders are late\\nSeverity: critical\\nDataset: orders\\nRunbook: alarms/freshness",
         "AWSAccountId": "111122223333", "AlarmConfigurationUpdatedTimestamp": "2026-02-01T08:00:00.000+0000",
         "NewStateValue": "%s",
         "NewStateReason": "Threshold Crossed: 1 datapoint [5400.0 (01/03/26 11:50:00)] was greater than 3600.0.",
         "StateChangeTime": "2026-03-01T11:55:12.345+0000", "Region": "US East (N. Virginia)",
         "AlarmArn": "arn:aws:cloudwatch:us-east-1:111122223333:alarm:millrace-prod-freshness-orders",
         "OldStateValue": "OK", "OKActions": [], "AlarmActions": [], "InsufficientDataActions": [],
         "Trigger": {"MetricName": "FreshnessSeconds", "Namespace": "Millrace", "Period": 300}}
        """;

    @Test
    void an_alarm_says_in_its_description_what_it_is_about() {
        Alert alert = read("ALARM: \"millrace-prod-freshness-orders\"", ALARM.formatted("ALARM"));
        assertThat(alert)
                .isEqualTo(Alert.firing(
                                Severity.CRITICAL,
                                "Rows of orders are late",
                                "alarm/arn:aws:cloudwatch:us-east-1:111122223333:alarm:millrace-prod-freshness-orders",
                                Instant.parse("2026-03-01T11:55:12.345Z"))
                        .saying("Threshold Crossed: 1 datapoint [5400.0 (01/03/26 11:50:00)] was greater than 3600.0.")
                        .about("orders", null)
                        .withRunbook("alarms/freshness")
                        .with("Alarm", "millrace-prod-freshness-orders")
                        .with("Region", "US East (N. Virginia)"));
    }

    @ParameterizedTest
    @CsvSource({"ALARM, FIRING", "OK, RESOLVED", "INSUFFICIENT_DATA, RESOLVED"})
    void an_alarm_and_its_end_are_one_trouble(String value, AlertState state) {
        Alert alert = read("", ALARM.formatted(value));
        assertThat(alert.state()).isEqualTo(state);
        assertThat(alert.dedupKey())
                .isEqualTo(read("", ALARM.formatted("ALARM")).dedupKey());
    }

    @Test
    void an_alarm_of_somebody_else_is_an_error_with_its_name() {
        Alert alert = read("", "{\"AlarmName\": \"disk\", \"NewStateValue\": \"ALARM\", \"AlarmDescription\": null}");
        assertThat(alert)
                .isEqualTo(
                        Alert.firing(Severity.ERROR, "disk", "alarm/disk", AT).with("Alarm", "disk"));
    }

    @Test
    void a_glue_job_that_failed_is_a_trouble_for_each_run() {
        String event = """
            {"version": "0", "id": "1", "detail-type": "Glue Job State Change", "source": "aws.glue",
             "account": "111122223333", "time": "2026-03-01T12:00:00Z", "region": "us-east-1", "resources": [],
             "detail": {"jobName": "millrace-prod-silver", "severity": "ERROR", "state": "FAILED",
                        "jobRunId": "jr_1", "message": "Cannot read table: orders"}}
            """;
        assertThat(read("", event))
                .isEqualTo(Alert.firing(
                                Severity.ERROR,
                                "Glue job millrace-prod-silver: FAILED",
                                "glue/millrace-prod-silver/jr_1",
                                AT)
                        .saying("Cannot read table: orders")
                        .withRunbook("glue-job-failed")
                        .with("Job", "millrace-prod-silver")
                        .with("Run", "jr_1"));
    }

    @Test
    void a_glue_job_that_failed_at_a_gate_says_whose_table_it_is_and_what_is_wrong_with_it() {
        Alert alert = failedGate("jr_1", GATE);
        assertThat(alert)
                .isEqualTo(Alert.firing(
                                Severity.ERROR,
                                "The gate of gold.daily_sales_metrics failed",
                                "gate/gold.daily_sales_metrics/812",
                                AT)
                        .saying("A new version of gold.daily_sales_metrics was not published; readers see version 812.")
                        .about(null, "gold.daily_sales_metrics")
                        .ownedBy("sales", "#sales-data")
                        .withRunbook("quality-gate")
                        .with("Score", "0.8800, gate 0.9900")
                        .with("Failed checks", "product_category.required 12 of 100 rows")
                        .with("Job", "millrace-prod-gold")
                        .with("Run", "jr_1"));
    }

    @Test
    void a_table_that_is_tried_again_and_fails_again_is_one_trouble_until_it_is_published() {
        String key = failedGate("jr_1", GATE).dedupKey();
        assertThat(failedGate("jr_2", GATE).dedupKey()).isEqualTo(key);
        assertThat(failedGate("jr_3", gate("gold.daily_sales_metrics", "813")).dedupKey())
                .isNotEqualTo(key);
    }

    @Test
    void tables_that_failed_in_one_run_are_one_message() {
        Alert alert = failedGate("jr_1", GATE, gate("gold.user_segments_gold", "none"));
        assertThat(alert.title()).isEqualTo("The gates of 2 tables failed");
        assertThat(alert.text()).contains("readers see version 812.\n", "readers see none yet.");
        assertThat(alert.details())
                .containsKeys("Score of gold.daily_sales_metrics", "Score of gold.user_segments_gold");
    }

    private static Alert failedGate(String run, GateFailure... gates) {
        return read("", """
            {"detail-type": "Glue Job State Change", "source": "aws.glue",
             "detail": {"jobName": "millrace-prod-gold", "severity": "ERROR", "state": "FAILED", "jobRunId": "%s",
                        "message": "Exception in User Class: GateException : %s"}}
            """.formatted(run, GateFailure.write(List.of(gates))));
    }

    private static GateFailure gate(String table, String published) {
        return new GateFailure(
                true,
                table,
                "sales",
                "#sales-data",
                published,
                0.88,
                0.99,
                List.of("product_category.required 12 of 100 rows"));
    }

    @Test
    void the_platforms_own_message_is_taken_as_it_is() {
        Alert alert = Alert.firing(Severity.WARNING, "The gate failed", "gate/1", AT)
                .about(null, "daily_sales_metrics")
                .ownedBy("sales", null);
        assertThat(read("", AlertJson.write(alert).toString())).isEqualTo(alert);
    }

    @Test
    void a_deployment_that_was_refused_says_why() {
        Alert alert = read("Millrace prod: contracts refused", """
            {"kind": "schema_refused", "environment": "prod", "at": "2026-03-01T11:00:00Z",
             "reasons": ["Cannot deploy contract orders: note dropped"],
             "changes": [{"dataset": "orders", "fromVersion": "1.0.0", "toVersion": "2.0.0", "verdict": "breaking"}]}
            """);
        assertThat(alert.severity()).isEqualTo(Severity.ERROR);
        assertThat(alert.text()).isEqualTo("Cannot deploy contract orders: note dropped");
        assertThat(alert.dataset()).isEqualTo("orders");
        assertThat(alert.runbook()).isEqualTo("migration");
        assertThat(alert.details()).containsEntry("orders", "1.0.0 → 2.0.0, breaking");
    }

    @Test
    void contracts_that_changed_are_good_to_know() {
        Alert alert = read("", """
            {"kind": "schema_changed", "environment": "prod", "at": "2026-03-01T11:00:00Z", "deployment": 7,
             "changes": [{"dataset": "orders", "toVersion": "1.0.0", "verdict": "compatible"},
                         {"dataset": "users", "fromVersion": "1.0.0", "toVersion": "1.1.0", "verdict": "compatible"}]}
            """);
        assertThat(alert.severity()).isEqualTo(Severity.INFO);
        assertThat(alert.title()).isEqualTo("Contracts changed, deployment 7");
        assertThat(alert.dataset()).as("one of two").isNull();
        assertThat(alert.details()).hasSize(2).containsEntry("orders", "new → 1.0.0, compatible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON {", "{\"a\": 1} trailing", "[1, 2]", "\"text\"", "{\"kind\": \"other\"}", "null"})
    void whatever_else_comes_is_passed_on_as_text(String message) {
        Alert alert = read("Look at this", message);
        assertThat(alert.title()).isEqualTo("Look at this");
        assertThat(alert.text()).isEqualTo(message);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.dedupKey()).isEqualTo(read("Look at this", message).dedupKey());
        assertThat(alert.dedupKey()).isNotEqualTo(read("Look at that", message).dedupKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"alert\"}",
                "{\"kind\": \"alert\", \"title\": \"t\", \"severity\": \"loud\"}",
                "{\"AlarmName\": \"a\", \"NewStateValue\": \"ALARM\", \"StateChangeTime\": \"noon\"}"
            })
    void a_malformed_message_is_passed_on_with_what_is_wrong(String message) {
        Alert alert = read("", message);
        assertThat(alert.text()).isEqualTo(message);
        assertThat(alert.details().get("Not understood")).startsWith("Cannot ");
    }

    private static Alert read(String subject, String message) {
        return Notices.read(new Notification("m1", subject, message, AT));
    }
}

package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.alert.AlarmText;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTest {
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
    private static final String ALARM = "AWS::CloudWatch::Alarm";

    private final Synthesised prod = Synthesised.of("prod");

    @Test
    void every_alarm_has_its_page_and_every_page_its_alarm() throws IOException {
        List<String> named = prod.resources("Monitoring", ALARM).stream()
                .map(alarm -> AlarmText.read(
                                alarm.at("/Properties/AlarmDescription").asText())
                        .runbook())
                .distinct()
                .toList();
        try (Stream<Path> pages = Files.list(RUNBOOKS.resolve("alarms"))) {
            assertThat(pages.map(
                            page -> "alarms/" + page.getFileName().toString().replaceFirst("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void every_page_of_an_alarm_says_what_it_means_what_to_look_at_and_what_to_do() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS.resolve("alarms"))) {
            assertThat(pages)
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(Files.readString(page))
                            .contains("## What it means", "## What to look at", "## What to do"));
        }
    }

    @Test
    void every_alarm_tells_its_beginning_and_its_end_to_the_topic() {
        assertThat(prod.resources("Monitoring", ALARM)).isNotEmpty().allSatisfy(alarm -> {
            JsonNode properties = alarm.path("Properties");
            assertThat(properties.path("AlarmActions").toString()).contains("AlertsTopic");
            assertThat(properties.path("OKActions")).isEqualTo(properties.path("AlarmActions"));
        });
    }

    @Test
    void every_function_has_an_alarm_on_its_failures_and_on_its_throttles() {
        List<String> functions = new ArrayList<>();
        for (String stack : Synthesised.STACKS) {
            prod.resources(stack, "AWS::Lambda::Function").stream()
                    .map(function -> function.at("/Properties/FunctionName").asText())
                    .filter(name -> !name.isEmpty())
                    .forEach(functions::add);
        }
        for (String metric : List.of("Errors", "Throttles")) {
            assertThat(watched("AWS/Lambda", metric, "FunctionName"))
                    .as(metric)
                    .containsExactlyInAnyOrderElementsOf(functions);
        }
    }

    @Test
    void every_queue_that_nothing_reads_has_an_alarm() {
        List<String> queues = new ArrayList<>();
        for (String stack : Synthesised.STACKS) {
            prod.resources(stack, "AWS::SQS::Queue").stream()
                    .map(queue -> queue.path("Properties"))
                    .filter(queue -> !queue.has("RedrivePolicy"))
                    .forEach(queue -> queues.add(queue.path("QueueName").asText()));
        }
        assertThat(watched("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName"))
                .containsExactlyInAnyOrderElementsOf(queues);
    }

    @Test
    void every_function_that_reads_the_stream_has_an_alarm_on_how_far_it_is_behind() {
        List<String> consumers = prod.resources("Lake", "AWS::Lambda::EventSourceMapping").stream()
                .map(mapping -> mapping.path("Properties"))
                .filter(mapping -> mapping.path("EventSourceArn").asText().contains(":kinesis:"))
                .map(mapping -> mapping.path("FunctionName").asText())
                .toList();
        assertThat(watched("AWS/Lambda", "IteratorAge", "FunctionName")).containsExactlyInAnyOrderElementsOf(consumers);
    }

    @Test
    void every_dataset_has_an_alarm_at_the_delay_that_its_contract_promises() {
        for (Contract contract : Contracts.bundled().all()) {
            JsonNode alarm =
                    prod.properties("Monitoring", ALARM, "AlarmName", "millrace-prod-freshness-" + contract.dataset());
            assertThat(alarm.path("MetricName").asText()).isEqualTo("FreshnessSeconds");
            assertThat(alarm.path("Threshold").asLong())
                    .isEqualTo(contract.serviceLevel().freshness().toSeconds());
            assertThat(AlarmText.read(alarm.path("AlarmDescription").asText()).dataset())
                    .isEqualTo(contract.dataset());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "consumers-fall-behind, GetRecords.IteratorAgeMilliseconds, 600000, notBreaching",
        "lake-writer-falls-behind, IteratorAge, 600000, notBreaching",
        "lake-committer-silent, Invocations, 1, breaching",
        "pipeline-silent, ExecutionsSucceeded, 1, breaching",
        "ledger-gap, LedgerGapEvents, 0, notBreaching",
        "ledger-lost, LedgerLost, 0, notBreaching"
    })
    void an_alarm_rings_at_its_threshold(String name, String metric, long threshold, String missing) {
        JsonNode alarm = prod.properties("Monitoring", ALARM, "AlarmName", "millrace-prod-" + name);
        assertThat(alarm.path("MetricName").asText()).isEqualTo(metric);
        assertThat(alarm.path("Threshold").asLong()).isEqualTo(threshold);
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger-gap", "ledger-lost"})
    void what_the_committer_tells_once_rings_at_once(String name) {
        JsonNode alarm = prod.properties("Monitoring", ALARM, "AlarmName", "millrace-prod-" + name);
        assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(1);
        assertThat(alarm.path("Dimensions")).hasToString("[{\"Name\":\"Environment\",\"Value\":\"prod\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void alarms_and_rules_may_publish_and_use_the_topics_key_and_no_other_account(String environment) {
        Synthesised synthesised = Synthesised.of(environment);
        JsonNode topic = synthesised.properties(
                "Monitoring", "AWS::SNS::Topic", "TopicName", "millrace-" + environment + "-alerts");
        assertThat(topic.path("KmsMasterKeyId").toString()).contains("Key");
        assertThat(synthesised.resources("Monitoring", "AWS::SNS::TopicPolicy").toString())
                .contains(
                        "aws:SecureTransport", "cloudwatch.amazonaws.com", "events.amazonaws.com", "aws:SourceAccount");
        String keyIn = environment.equals("dev") ? "Monitoring" : "Storage";
        assertThat(synthesised.resources(keyIn, "AWS::KMS::Key").toString())
                .contains("AlarmsAndRulesPublish", "cloudwatch.amazonaws.com");
    }

    @Test
    void runs_of_our_jobs_that_failed_are_told() {
        JsonNode rule = prod.properties("Monitoring", "AWS::Events::Rule", "Name", "millrace-prod-failed-jobs");
        assertThat(rule.at("/EventPattern/detail")).hasToString("""
                {"jobName":[{"prefix":"millrace-prod-"}],"state":["FAILED","TIMEOUT","ERROR"]}""");
        assertThat(rule.path("Targets").toString()).contains("AlertsTopic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "prod"})
    void the_function_hears_alerts_and_notices(String environment) {
        assertThat(Synthesised.of(environment).resources("Monitoring", "AWS::SNS::Subscription"))
                .hasSize(2)
                .allSatisfy(subscription -> {
                    assertThat(subscription.at("/Properties/Protocol").asText()).isEqualTo("lambda");
                    assertThat(subscription.at("/Properties/Endpoint").toString())
                            .contains("AlertSender");
                })
                .anySatisfy(subscription -> assertThat(
                                subscription.at("/Properties/TopicArn").toString())
                        .contains("millrace-" + environment + "-notices"));
    }

    @Test
    void what_could_not_be_told_is_tried_again_and_kept() {
        JsonNode config = prod.resources("Monitoring", "AWS::Lambda::EventInvokeConfig")
                .get(0)
                .path("Properties");
        assertThat(config.path("MaximumRetryAttempts").asInt()).isEqualTo(2);
        assertThat(config.at("/DestinationConfig/OnFailure").toString()).contains("AsyncFailures");
    }

    @Test
    void what_was_sent_is_forgotten_by_itself() {
        JsonNode table = prod.properties("Monitoring", "AWS::DynamoDB::Table", "TableName", "millrace-prod-alerts");
        assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expires_at");
    }

    @ParameterizedTest
    @CsvSource({"prod, unset", "local, http://127.0.0.1:8/_millrace/slack"})
    void the_secret_is_for_a_person_to_fill_and_on_a_laptop_the_local_receiver(String environment, String value) {
        JsonNode secret = Synthesised.of(environment)
                .properties("Monitoring", "AWS::SecretsManager::Secret", "Name", "millrace-" + environment + "-slack");
        assertThat(secret.path("SecretString").asText()).isEqualTo(value);
    }

    @Test
    void the_dashboard_shows_the_alarms_and_every_dataset() {
        String body = prod.properties(
                        "Monitoring", "AWS::CloudWatch::Dashboard", "DashboardName", "millrace-prod-overview")
                .path("DashboardBody")
                .toString();
        assertThat(body).contains("IteratorAge", "LedgerGap", "4XXError", "Throttles");
        assertThat(Contracts.bundled().all())
                .allSatisfy(contract -> assertThat(body).contains(contract.dataset()));
    }

    private List<String> watched(String namespace, String metric, String dimension) {
        List<String> values = new ArrayList<>();
        for (JsonNode alarm : prod.resources("Monitoring", ALARM)) {
            JsonNode properties = alarm.path("Properties");
            if (properties.path("Namespace").asText().equals(namespace)
                    && properties.path("MetricName").asText().equals(metric)) {
                properties.path("Dimensions").forEach(each -> {
                    if (each.path("Name").asText().equals(dimension)) {
                        values.add(each.path("Value").asText());
                    }
                });
            }
        }
        return values;
    }
}

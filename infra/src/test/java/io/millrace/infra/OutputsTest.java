package io.millrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputsTest {
    private static final String[] EVERYWHERE = {
        "LakeBucket",
        "AthenaBucket",
        "LedgerTable",
        "KeysTable",
        "NoticesTopicArn",
        "EventStream",
        "CommitQueueUrl",
        "IngestApiId",
        "IngestStage",
        "UsagePlanId",
        "AthenaWorkgroup",
        "ReplayFunction",
        "ServingApiId",
        "ServingKeyId",
        "AlertsTopicArn",
        "AlertsTable",
        "SlackSecret"
    };

    @Test
    void the_local_platform_makes_the_ingest_url_itself() {
        assertThat(Synthesised.of("local").outputs()).containsExactlyInAnyOrder(EVERYWHERE);
    }

    @Test
    void an_account_says_where_to_post_events() {
        assertThat(Synthesised.of("prod").outputs()).contains(EVERYWHERE).contains("IngestUrl", "ServingUrl");
    }
}

package io.millrace.alerts.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.alert.Alert;
import io.millrace.alert.Severity;
import io.millrace.alerts.Delivery;
import io.millrace.alerts.DeliveryException;
import io.millrace.alerts.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackChannelTest {
    private static final Alert ALERT =
            Alert.firing(Severity.ERROR, "orders is late", "orders", Instant.parse("2026-03-01T12:00:00Z"));

    private final FakeSlack slack = new FakeSlack();
    private final FakeClock clock = new FakeClock();
    private final HeldSecret secret = new HeldSecret(slack.url("/services/T0/B0/s3cret"));
    private final List<Duration> waits = new ArrayList<>();
    private final SlackChannel channel = new SlackChannel(secret, "test", clock, time -> {
        waits.add(time);
        clock.pass(time);
    });

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void what_it_says_was_sent_is_what_slack_got() {
        assertThat(send(ALERT, 30)).isEqualTo(slack.taken().get(0));
        assertThat(slack.taken()).hasSize(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void slack_is_left_alone_as_long_as_it_asks() {
        slack.then(429, "rate_limited", "7").then(429, "rate_limited", "2");
        send(ALERT, 30);
        assertThat(slack.taken()).hasSize(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void failures_on_slacks_side_and_lost_connections_are_tried_again_ever_more_slowly() {
        slack.then(500, "rollup_error", "").then(503, "", "").then(-1, "", "").then(502, "", "");
        send(ALERT, 30);
        assertThat(slack.taken()).hasSize(1);
        assertThat(waits)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void the_wait_stops_growing() {
        for (int i = 0; i < 6; i++) {
            slack.then(500, "", "");
        }
        send(ALERT, 60);
        assertThat(waits).endsWith(Duration.ofSeconds(8), Duration.ofSeconds(8));
    }

    @Test
    void a_wait_beyond_the_deadline_is_not_begun() {
        slack.then(429, "rate_limited", "31");
        assertThatThrownBy(() -> send(ALERT, 30))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("after 1 tries: it answered 429 (rate_limited)");
        assertThat(waits).isEmpty();
    }

    @Test
    void trying_ends_at_the_deadline() {
        for (int i = 0; i < 20; i++) {
            slack.then(500, "", "");
        }
        assertThatThrownBy(() -> send(ALERT, 10)).hasMessageContaining("after 5 tries");
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_payload", "413, too_large"})
    void what_slack_will_never_take_is_not_tried_again(int status, String body) {
        slack.then(status, body, "");
        assertThatThrownBy(() -> send(ALERT, 30))
                .hasMessage("Cannot send to Slack: it answered " + status + " (" + body + ")");
        assertThat(slack.paths()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void an_address_that_is_no_more_is_read_again_once(int status) {
        slack.then(status, "no_service", "");
        send(ALERT, 30);
        assertThat(secret.reads).isEqualTo(2);
        assertThat(slack.taken()).hasSize(1);

        slack.then(status, "no_service", "").then(status, "no_service", "");
        assertThatThrownBy(() -> send(ALERT, 30)).hasMessageContaining("no_service");
    }

    @Test
    void the_secret_is_read_once_in_five_minutes() {
        send(ALERT, 30);
        send(ALERT, 30);
        assertThat(secret.reads).isEqualTo(1);
        clock.pass(Duration.ofMinutes(5));
        send(ALERT, 30);
        assertThat(secret.reads).isEqualTo(2);
    }

    @Test
    void a_channel_may_have_a_webhook_of_its_own() {
        secret.value = "{\"default\": \"" + slack.url("/all") + "\", \"#sales-data\": \"" + slack.url("/sales") + "\"}";
        send(ALERT.ownedBy("sales", "#sales-data"), 30);
        send(ALERT.ownedBy("web", "#web"), 30);
        send(ALERT, 30);
        assertThat(slack.paths()).containsExactly("/sales", "/all", "/all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unset",
                "http://hooks.slack.example/services/s3cret",
                "https:///s3cret",
                "https://a b/s3cret",
                "{\"#web\": \"https://a.example/s3cret\"}",
                "{s3cret"
            })
    void a_secret_that_is_no_address_is_named_and_not_told(String value) {
        secret.value = value;
        assertThatThrownBy(() -> send(ALERT, 30))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("secret millrace-test-slack")
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void a_failure_never_tells_the_address() {
        slack.then(500, "x", "");
        assertThatThrownBy(() -> send(ALERT, 0)).hasMessage("Cannot send to Slack: no time is left");
        slack.close();
        assertThatThrownBy(() -> send(ALERT, 3))
                .hasMessageContaining("it answered nothing (")
                .hasNoCause()
                .message()
                .doesNotContain("s3cret")
                .doesNotContain("/services");
    }

    private String send(Alert alert, int seconds) {
        return channel.send(new Delivery(alert, 0), clock.instant().plusSeconds(seconds));
    }

    private static final class HeldSecret implements Secret {
        private String value;
        private int reads;

        HeldSecret(String value) {
            this.value = value;
        }

        @Override
        public String read() {
            reads++;
            return value;
        }

        @Override
        public String name() {
            return "millrace-test-slack";
        }
    }
}

package io.millrace.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlarmTextTest {
    @Test
    void what_is_written_is_read_again() {
        AlarmText text = new AlarmText("orders is late", Severity.WARNING, "orders", "alarms/freshness");
        assertThat(text.write()).isEqualTo("""
                orders is late
                Severity: warning
                Dataset: orders
                Runbook: alarms/freshness""");
        assertThat(AlarmText.read(text.write())).isEqualTo(text);

        AlarmText least = new AlarmText("It stands still", Severity.CRITICAL, null, null);
        assertThat(AlarmText.read(least.write())).isEqualTo(least);
    }

    @Test
    void the_description_of_somebody_elses_alarm_is_a_summary() {
        assertThat(AlarmText.read("CPU is high\non the old box. Severity: who knows"))
                .isEqualTo(
                        new AlarmText("CPU is high on the old box. Severity: who knows", Severity.ERROR, null, null));
        assertThat(AlarmText.read("")).isEqualTo(new AlarmText("", Severity.ERROR, null, null));
    }

    @Test
    void a_description_is_no_longer_than_cloudwatch_takes() {
        assertThatThrownBy(() -> new AlarmText("x".repeat(1020), Severity.INFO, null, null).write())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot describe an alarm in");
    }
}

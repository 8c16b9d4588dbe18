package io.millrace.alerts.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import io.millrace.alerts.DeliveryException;
import io.millrace.alerts.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration SENDING = Duration.ofMinutes(2);

    private final FakeClock clock = new FakeClock();
    private final InMemoryAlertLog log = new InMemoryAlertLog();
    private final Folding folding = new Folding(log, WINDOW, SENDING, clock);
    private final List<String> sent = new ArrayList<>();

    @Test
    void the_first_is_sent_and_the_others_of_the_window_are_counted() {
        assertThat(firing("m1")).isEqualTo(Verdict.SENT);
        assertThat(firing("m2")).isEqualTo(Verdict.FOLDED);
        assertThat(firing("m3")).isEqualTo(Verdict.FOLDED);
        assertThat(sent).containsExactly("m1 +0");
        assertThat(log.only().repeated()).isEqualTo(2);
    }

    @Test
    void the_next_after_the_window_says_how_many_there_were() {
        firing("m1");
        firing("m2");
        firing("m3");
        clock.pass(WINDOW);
        assertThat(firing("m4")).isEqualTo(Verdict.SENT);
        assertThat(sent).containsExactly("m1 +0", "m4 +2");
    }

    @Test
    void the_end_is_told_once_with_how_many_there_were_and_a_new_beginning_is_told_again() {
        firing("m1");
        firing("m2");
        assertThat(resolved("m3")).isEqualTo(Verdict.SENT);
        assertThat(resolved("m4")).isEqualTo(Verdict.NOTHING_OPEN);
        assertThat(firing("m5")).isEqualTo(Verdict.SENT);
        assertThat(sent).containsExactly("m1 +0", "m3 +1", "m5 +0");
    }

    @Test
    void an_end_weeks_later_is_told() {
        firing("m1");
        clock.pass(Duration.ofDays(20));
        assertThat(resolved("m2")).isEqualTo(Verdict.SENT);
    }

    @Test
    void the_end_of_what_nobody_was_told_of_is_not_told() {
        assertThat(resolved("m1")).isEqualTo(Verdict.NOTHING_OPEN);
        assertThat(sent).isEmpty();
    }

    @Test
    void an_end_that_overtakes_its_beginning_leaves_nothing_open() {
        Alert begun = alert(Severity.ERROR);
        clock.pass(Duration.ofSeconds(5));
        resolved("m2");
        assertThat(take(begun, "m1")).isEqualTo(Verdict.STALE);
        assertThat(sent).isEmpty();
    }

    @Test
    void what_gets_worse_is_told_at_once() {
        take(alert(Severity.WARNING), "m1");
        assertThat(take(alert(Severity.CRITICAL), "m2")).isEqualTo(Verdict.SENT);
        assertThat(take(alert(Severity.WARNING), "m3")).isEqualTo(Verdict.FOLDED);
    }

    @Test
    void a_message_that_is_delivered_again_is_neither_sent_nor_counted_again() {
        firing("m1");
        firing("m2");
        assertThat(firing("m1")).isEqualTo(Verdict.SEEN);
        assertThat(firing("m2")).isEqualTo(Verdict.SEEN);
        assertThat(sent).containsExactly("m1 +0");
        assertThat(log.only().repeated()).isEqualTo(1);
    }

    @Test
    void a_message_that_could_not_be_sent_is_sent_when_it_is_tried_again() {
        fail("m1");
        assertThat(firing("m2")).isEqualTo(Verdict.FOLDED);
        assertThat(firing("m1")).isEqualTo(Verdict.SENT);
        assertThat(sent).containsExactly("m1 +0");
    }

    @Test
    void nothing_is_folded_into_a_message_whose_sender_gave_up() {
        fail("m1");
        firing("m2");
        clock.pass(SENDING);
        assertThat(firing("m3")).isEqualTo(Verdict.SENT);
        assertThat(sent)
                .as("the one that failed and the one that was folded into it")
                .containsExactly("m3 +2");
    }

    @Test
    void the_end_of_a_trouble_whose_message_never_got_out_is_not_told() {
        fail("m1");
        clock.pass(SENDING);
        assertThat(resolved("m2")).isEqualTo(Verdict.NOTHING_OPEN);
        assertThat(firing("m3")).isEqualTo(Verdict.SENT);
    }

    @Test
    void what_was_delivered_is_remembered() {
        firing("m1");
        assertThat(log.only().sent()).isTrue();
        assertThat(log.only().delivered()).isEqualTo("m1 +0");
    }

    @Test
    void of_many_at_once_one_is_sent_and_all_others_are_counted() throws InterruptedException, ExecutionException {
        int senders = 16;
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        CountDownLatch ready = new CountDownLatch(senders);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            String id = "m" + i;
            verdicts.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return folding.take(alert(Severity.ERROR), id, told -> id);
            }));
        }
        List<Verdict> became = new ArrayList<>();
        for (Future<Verdict> verdict : verdicts) {
            became.add(verdict.get());
        }
        threads.shutdown();
        assertThat(became).filteredOn(Verdict.SENT::equals).hasSize(1);
        assertThat(log.only().repeated()).isEqualTo(senders - 1);
        assertThat(log.only().sent()).isTrue();
    }

    private Verdict firing(String id) {
        return take(alert(Severity.ERROR), id);
    }

    private Verdict resolved(String id) {
        return take(alert(Severity.ERROR).in(AlertState.RESOLVED), id);
    }

    private Verdict take(Alert alert, String id) {
        return folding.take(alert, id, told -> {
            sent.add(id + " +" + told);
            return id + " +" + told;
        });
    }

    private void fail(String id) {
        assertThatThrownBy(() -> folding.take(alert(Severity.ERROR), id, told -> {
                    throw new DeliveryException("Slack is away");
                }))
                .hasMessage("Slack is away");
    }

    private Alert alert(Severity severity) {
        return Alert.firing(severity, "orders is late", "orders", clock.instant());
    }
}

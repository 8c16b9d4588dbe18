package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.proof.world.Exploration;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** As many schedules as a build can wait for; {@code ./millrace prove} runs more. */
final class ProofIT {
    private static final long SCHEDULES = 20_000;

    @Test
    void twenty_thousand_schedules_lose_nothing_and_double_nothing() throws InterruptedException {
        Proof proof = new Proof(Variant::none, SimpleFormat::new);
        ProofReport report = proof.run(1_000_000, SCHEDULES, 2, done -> {});
        assertThat(report.failedSeed().stream()
                        .mapToObj(seed -> proof.explain(seed).orElseThrow()))
                .isEmpty();
        assertThat(report.schedules()).isEqualTo(SCHEDULES);
        assertThat(report.fewestRecords()).isGreaterThanOrEqualTo(100);
        assertThat(report.fewestFaults()).isGreaterThanOrEqualTo(2);
        assertThat(report.resharded()).isGreaterThanOrEqualTo(SCHEDULES / 10);
        assertThat(report.hits())
                .allSatisfy((fault, hits) -> assertThat(hits).as(fault.text()).isPositive());
    }

    @Test
    void two_writers_and_a_committer_are_right_in_every_order_with_a_death_anywhere() {
        Exploration.Result result = Exploration.run(1);
        assertThat(result.interleavings()).isGreaterThan(BigInteger.valueOf(1_000_000_000));
    }
}

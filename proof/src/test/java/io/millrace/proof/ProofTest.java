package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
import org.junit.jupiter.api.Test;

final class ProofTest {
    @Test
    void some_hundred_schedules_lose_nothing_and_double_nothing() throws InterruptedException {
        Proof proof = new Proof(Variant::none, SimpleFormat::new);
        ProofReport report = proof.run(1, 500, 2, done -> {});
        assertThat(report.failedSeed().stream()
                        .mapToObj(seed -> proof.explain(seed).orElseThrow()))
                .isEmpty();
        assertThat(report.schedules()).isEqualTo(500);
    }

    @Test
    void a_seed_is_a_schedule() throws InterruptedException {
        Proof proof = new Proof(Variant::none, SimpleFormat::new);
        ProofReport alone = proof.run(7, 20, 1, done -> {});
        ProofReport together = proof.run(7, 20, 2, done -> {});
        assertThat(together.records()).isEqualTo(alone.records());
        assertThat(together.hits()).isEqualTo(alone.hits());
    }
}

package io.millrace.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.proof.Failure;
import io.millrace.proof.Proof;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MutantTest {
    private static final long FIRST_SEED = 1;
    private static final long MOST_SCHEDULES = 3_000;

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void every_mistake_is_found_within_some_thousand_schedules(Mutant mutant) {
        Proof proof = new Proof(mutant::variant, SimpleFormat::new);
        long before = proof.schedulesBeforeFailure(FIRST_SEED, MOST_SCHEDULES);
        assertThat(before).as(mutant.text()).isLessThan(MOST_SCHEDULES);
        Proof unchanged = new Proof(Variant::none, SimpleFormat::new);
        assertThat(unchanged.schedulesBeforeFailure(FIRST_SEED + before, 1))
                .as("the same schedule without the mistake")
                .isEqualTo(1);
    }

    @Test
    void a_failure_is_made_short_and_told() {
        Proof proof = new Proof(Mutant.GIVE_UP::variant, SimpleFormat::new);
        long seed = FIRST_SEED + proof.schedulesBeforeFailure(FIRST_SEED, MOST_SCHEDULES);
        Failure failure = proof.explain(seed).orElseThrow();
        assertThat(failure.reason()).contains("is in bronze 0 times");
        assertThat(failure.choices()).hasSizeLessThan(50);
        assertThat(failure.trace()).anyMatch(line -> line.startsWith("FAULT"));
    }
}

package io.millrace.proof.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class ExplorationTest {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    @Test
    void two_writers_and_a_committer_are_right_in_every_order() {
        Exploration.Result result = Exploration.run(0);
        assertThat(result.interleavings()).isGreaterThan(MILLION);
        assertThat(result.ends()).isPositive();
    }
}

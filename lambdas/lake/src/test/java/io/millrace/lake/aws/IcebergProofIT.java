package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.proof.Proof;
import io.millrace.proof.ProofReport;
import io.millrace.proof.world.LakeTables;
import io.millrace.proof.world.SimpleFormat;
import io.millrace.proof.world.Variant;
import org.junit.jupiter.api.Test;

/**
 * The simulated protocol on Iceberg's own commits, so that the simulated tables are shown to be like them.
 * {@code -Dmillrace.schedules=N} runs more than a build has time for.
 */
final class IcebergProofIT {
    private static final long SCHEDULES = 300;

    @Test
    void the_protocol_is_right_on_iceberg_as_it_is_on_simulated_tables() throws InterruptedException {
        Proof proof = new Proof(OnIceberg::new, SimpleFormat::new);
        ProofReport report = proof.run(1, Long.getLong("millrace.schedules", SCHEDULES), 2, done -> {});
        assertThat(report.failedSeed().stream()
                        .mapToObj(seed -> proof.explain(seed).orElseThrow()))
                .isEmpty();
    }

    private static final class OnIceberg extends Variant {
        @Override
        protected LakeTables lakeTables() {
            return new IcebergLakeTables();
        }
    }
}

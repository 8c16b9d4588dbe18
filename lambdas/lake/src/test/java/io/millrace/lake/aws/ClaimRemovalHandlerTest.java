package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.invocation.Invocation;
import io.millrace.lake.Mill;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimRemovalHandlerTest {
    private static final int CLAIMS = 40;

    private final Mill mill = new Mill();

    @Test
    void it_answers_how_many_claims_it_took_out() throws IOException {
        folded();
        assertThat(invoke(Duration.ofHours(1)).path("removed").asInt()).isZero();
        JsonNode answer = invoke(Duration.ofHours(25));
        assertThat(answer.path("removed").asInt()).isPositive();
        assertThat(answer.path("more").asBoolean()).isFalse();
        assertThat(mill.ledger.claims(mill.shard, 0, CLAIMS))
                .hasSize(CLAIMS - answer.path("removed").asInt());
    }

    @Test
    void a_table_that_does_not_follow_the_ledger_makes_it_fail() {
        folded();
        mill.tables.append(Mill.SILVER, 1, 99, List.of());
        ClaimRemovalHandler handler =
                new ClaimRemovalHandler(mill.ledger, mill.store, mill.tables, later(Duration.ofHours(25)));
        assertThatThrownBy(() -> Invocation.of(handler, "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot remove claims");
        assertThat(mill.ledger.claims(mill.shard, 0, CLAIMS)).hasSize(CLAIMS);
    }

    private void folded() {
        for (int i = 1; i <= CLAIMS; i++) {
            mill.write(List.of(Mill.record(i, "e" + i)));
        }
        mill.commit();
    }

    private JsonNode invoke(Duration later) throws IOException {
        return Invocation.of(new ClaimRemovalHandler(mill.ledger, mill.store, mill.tables, later(later)), "{}");
    }

    private static Clock later(Duration later) {
        return Clock.fixed(Mill.NOW.plus(later), ZoneOffset.UTC);
    }
}

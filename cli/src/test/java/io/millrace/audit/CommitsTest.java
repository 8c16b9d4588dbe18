package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private static final Instant TEN = Instant.ofEpochSecond(10);
    private static final Instant TWELVE = Instant.ofEpochSecond(12);

    private final Commits commits = new Commits(Map.of(10L, TEN, 12L, TWELVE));

    @Test
    void aFoldCameWithTheCommitThatBearsItsNumber() {
        assertThat(commits.of(10)).isEqualTo(TEN);
        assertThat(commits.of(12)).isEqualTo(TWELVE);
    }

    @Test
    void aFoldThatHasNoCommitOfItsOwnCameTogetherWithALaterOne() {
        assertThat(commits.of(11)).isEqualTo(TWELVE);
    }

    @Test
    void aFoldBeforeTheHistoryOrAfterItIsNotKnown() {
        assertThat(commits.of(9)).isNull();
        assertThat(commits.of(13)).isNull();
        assertThat(new Commits(Map.of()).of(1)).isNull();
    }
}

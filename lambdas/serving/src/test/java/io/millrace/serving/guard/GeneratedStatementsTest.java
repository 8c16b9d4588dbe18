package io.millrace.serving.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guard against statements of a generator that knows what it put into each. */
class GeneratedStatementsTest {
    private static final int STATEMENTS = Integer.getInteger("guard.statements", 20_000);

    private final SqlGuard guard = new SqlGuard(Texts.SCOPE, Limits.DEFAULT);

    @Test
    void a_generated_statement_is_let_through_when_and_only_when_nothing_forbidden_was_put_in() {
        List<String> wrong = new ArrayList<>();
        int allowed = 0;
        for (int seed = 0; seed < STATEMENTS; seed++) {
            StatementMaker maker = new StatementMaker(seed, seed % 2 == 0);
            String text = maker.statement();
            Verdict verdict = guard.check(text, 1001);
            if (verdict instanceof Allowed) {
                allowed++;
            }
            if (maker.isForbidden() == verdict instanceof Allowed) {
                wrong.add("seed " + seed + ": " + text + "\n=> " + verdict);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(allowed).isEqualTo(STATEMENTS / 2);
    }
}

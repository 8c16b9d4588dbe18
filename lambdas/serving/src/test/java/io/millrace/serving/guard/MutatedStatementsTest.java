package io.millrace.serving.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guard against broken pieces of attacks and questions: it must come to a verdict, soon, and never let a piece in. */
class MutatedStatementsTest {
    private static final int STATEMENTS = Integer.getInteger("guard.mutants", 5_000);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Pattern LITERALS = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)\\$|\\b(?:FROM|JOIN)\\s+\\(*\"?(?:prod_|system|lambda|hive|tpch)[\\w: ]*\"?\\.|\\bTABLE\\s*\\(");

    private final SqlGuard guard = new SqlGuard(Texts.SCOPE, Limits.DEFAULT);
    private final Random random = new Random(20_260_301);

    @Test
    void no_mutant_breaks_the_guard_or_gets_through_it() {
        List<String> seeds = new ArrayList<>(Texts.lines("questions.txt"));
        Texts.lines("attacks.txt").forEach(line -> seeds.add(Texts.unescaped(line.split("\t", 2)[1])));
        for (int i = 0; i < STATEMENTS; i++) {
            String text = mutant(seeds);
            long begin = System.nanoTime();
            Verdict verdict = guard.check(text, 1001);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(text).isLessThan(LONGEST);
            if (verdict instanceof Allowed allowed) {
                String bare = LITERALS.matcher(allowed.sql()).replaceAll("''");
                assertThat(FORBIDDEN.matcher(bare).find())
                        .as("%s%n=> %s", text, allowed.sql())
                        .isFalse();
            }
        }
    }

    private String mutant(List<String> seeds) {
        StringBuilder text = new StringBuilder(one(seeds));
        for (int i = 0; i <= random.nextInt(3); i++) {
            String other = one(seeds);
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, other);
                case 1 -> text.insert(at, "(" + other + ")");
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(5)));
                case 3 -> text.insert(at, (char) random.nextInt(0x300));
                default -> {
                    int from = random.nextInt(other.length() + 1);
                    int to = from + random.nextInt(other.length() - from + 1);
                    text.replace(at, Math.min(text.length(), at + to - from), other.substring(from, to));
                }
            }
        }
        return text.toString();
    }

    private String one(List<String> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }
}

package io.millrace.bench;

import io.millrace.bench.report.Question;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where benchmarks run.
 *
 * @param root the checkout
 * @param folder for files that are written and thrown away
 * @param only ids of the targets that are asked for; empty for all
 * @param seed of the events
 * @param progress told what is being done
 */
public record Lab(Path root, Path folder, Effort effort, Set<String> only, long seed, Consumer<String> progress) {
    public Lab {
        only = Set.copyOf(only);
    }

    /** Whether an answer is asked for; one that costs much is left out if not. */
    public boolean wants(Question question) {
        return only.isEmpty() || only.contains(question.id());
    }
}

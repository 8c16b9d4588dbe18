package io.millrace.bench;

import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.ShopEvents;
import io.millrace.bench.report.Question;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where benchmarks run.
 *
 * @param root the checkout
 * @param folder for files that are written and thrown away
 * @param only ids of the targets that are asked for; empty for all
 * @param seed of the events
 * @param given events to measure with, in place of generated ones; null for those
 * @param progress told what is being done
 */
public record Lab(
        Path root,
        Path folder,
        Effort effort,
        Set<String> only,
        long seed,
        @Nullable EventSet given,
        Consumer<String> progress) {
    public Lab {
        only = Set.copyOf(only);
    }

    /** Whether an answer is asked for; one that costs much is left out if not. */
    public boolean wants(Question question) {
        return only.isEmpty() || only.contains(question.id());
    }

    /** What the door is measured with: the given events, or the shop's, which are all good. */
    public EventSet posted() {
        return given == null ? ShopEvents.appEvents(effort.events(), seed) : given;
    }

    /** What the writer is measured with: the given events, or the shop's, of which some are broken. */
    public EventSet streamed() {
        return given == null ? ShopEvents.appEventsSomeBroken(effort.events(), seed) : given;
    }
}

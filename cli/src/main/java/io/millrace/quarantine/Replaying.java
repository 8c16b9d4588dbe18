package io.millrace.quarantine;

import io.millrace.audit.NotSettledException;
import io.millrace.replay.Cursor;
import io.millrace.replay.ReplayFilter;
import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayResult;
import io.millrace.waiting.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A replay of any size: run after run, each a bounded number of rows, until all were looked at. */
public final class Replaying {

    private static final ReplayResult NOTHING = new ReplayResult(null, 0, 0, 0, 0, Map.of(), null);

    private final ReplayFunction function;
    private final Duration pause;
    private final Duration patience;
    private final Consumer<String> progress;

    /**
     * @param pause between asking again while something is waited for
     * @param patience how long to wait for one commit
     * @param progress told how far it is
     */
    public Replaying(ReplayFunction function, Duration pause, Duration patience, Consumer<String> progress) {
        this.function = function;
        this.pause = pause;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * What became of the rows, or would become of them.
     *
     * @throws NotSettledException if something was waited for too long; what was replayed till then is, and a repetition
     *     goes on from there
     */
    public ReplayResult replay(ReplayFilter filter, boolean dryRun) throws InterruptedException {
        ReplayResult all = NOTHING;
        @Nullable Cursor after = null;
        do {
            ReplayResult one = run(new ReplayRequest(filter, after, dryRun));
            all = all.plus(one);
            after = one.next();
            progress.accept(filter.dataset() + ": " + all.read() + " rows looked at");
        } while (after != null);
        return all;
    }

    private ReplayResult run(ReplayRequest request) throws InterruptedException {
        String dataset = request.filter().dataset();
        Waiting waiting = Waiting.atMost(patience, pause).telling(progress);
        ReplayResult result = function.run(request);
        while (result.waitsFor() != null) {
            if (!waiting.again(dataset + ": " + result.waitsFor())) {
                throw new NotSettledException("Cannot replay quarantine of " + dataset + ": for " + patience.toSeconds()
                        + " s " + result.waitsFor());
            }
            result = function.run(request);
        }
        return result;
    }
}

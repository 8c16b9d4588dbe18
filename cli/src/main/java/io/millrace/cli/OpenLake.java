package io.millrace.cli;

import io.millrace.audit.KinesisTips;
import io.millrace.audit.Lake;
import io.millrace.audit.Settling;
import io.millrace.query.AthenaQueries;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A lake to audit: its ledger and its SQL, opened together and closed together. */
final class OpenLake implements AutoCloseable {

    private final Target target;
    private final StackOutputs outputs;
    private final Lake lake;
    private final AthenaQueries queries;

    OpenLake(Target target) {
        this.target = target;
        this.outputs = StackOutputs.of(target);
        this.lake = Lake.of(target, outputs);
        this.queries = new AthenaQueries(target);
    }

    Target target() {
        return target;
    }

    Lake lake() {
        return lake;
    }

    AthenaQueries queries() {
        return queries;
    }

    void settle(Duration timeout, ProgressLine progress) throws InterruptedException {
        settle(timeout, progress, table -> true);
    }

    /** @param tables full names of those that are waited for */
    void settle(Duration timeout, ProgressLine progress, Predicate<String> tables) throws InterruptedException {
        try (KinesisTips tips = new KinesisTips(target.clients().kinesis(), outputs.need("EventStream"))) {
            progress.waiting("asking the stream for its newest records");
            new Settling(lake, tips, timeout, progress::waiting, tables).await();
        }
    }

    /** Waits until every claim that stands now is in the tables, whatever is on the stream behind it. */
    void commit(Duration timeout, ProgressLine progress) throws InterruptedException {
        new Settling(lake, ledger -> Map.of(), timeout, progress::waiting).await();
    }

    @Override
    public void close() {
        queries.close();
        lake.close();
    }
}

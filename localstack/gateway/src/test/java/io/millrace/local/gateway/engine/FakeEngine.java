package io.millrace.local.gateway.engine;

import io.millrace.local.gateway.result.ResultColumn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** An engine whose answers are given beforehand, and which stops a statement when its sink says so. */
public final class FakeEngine implements Engine {
    public record Answer(List<ResultColumn> columns, List<List<Object>> rows, Long updateCount, long scannedBytes) {}

    public final LinkedBlockingQueue<EngineQuery> ran = new LinkedBlockingQueue<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Answer> beginnings = new ConcurrentHashMap<>();
    private final Map<String, EngineException> failures = new ConcurrentHashMap<>();
    private final CountDownLatch started = new CountDownLatch(1);

    public void start() {
        started.countDown();
    }

    public void answer(String sql, Answer answer) {
        answers.put(sql, answer);
    }

    /** The answer to every statement that begins so. */
    public void answerAll(String beginning, Answer answer) {
        beginnings.put(beginning, answer);
    }

    public void fail(String sql, EngineException failure) {
        failures.put(sql, failure);
    }

    @Override
    public EngineState state() {
        return started.getCount() == 0 ? EngineState.READY : EngineState.STARTING;
    }

    @Override
    public void awaitStart() throws InterruptedException {
        started.await();
    }

    @Override
    public EngineOutcome run(EngineQuery query, ResultSink sink)
            throws EngineException, IOException, InterruptedException {
        ran.add(query);
        EngineException failure = failures.get(query.sql());
        if (failure != null) {
            throw failure;
        }
        Answer answer = answers.getOrDefault(query.sql(), beginning(query.sql()));
        while (answer == null) { // a statement without an answer runs until it is stopped
            report(sink, EngineProgress.NONE);
            Thread.onSpinWait();
        }
        sink.columns(answer.columns());
        for (List<Object> row : answer.rows()) {
            sink.row(row);
        }
        EngineProgress progress =
                new EngineProgress(answer.scannedBytes(), answer.rows().size(), 1, 5, 1000);
        report(sink, progress);
        return new EngineOutcome(answer.updateCount(), progress);
    }

    private Answer beginning(String sql) {
        return beginnings.entrySet().stream()
                .filter(entry -> sql.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static void report(ResultSink sink, EngineProgress progress) throws InterruptedException {
        if (!sink.progress(progress)) {
            throw new InterruptedException("stopped");
        }
    }
}

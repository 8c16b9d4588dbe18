package io.millrace.bench.writer;

import io.millrace.bench.engine.EngineProcess;
import io.millrace.bench.engine.NotHereException;
import io.millrace.bench.measure.Turns;
import io.millrace.bench.report.Question;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engines that take part, each by the question that it is there for, and why others do not. */
final class Rivals implements AutoCloseable {
    private final Map<Question, EngineProcess> engines = new LinkedHashMap<>();
    private final Map<Question, String> absent = new LinkedHashMap<>();

    /** A way to an engine. */
    interface Start {
        EngineProcess engine() throws IOException, InterruptedException, NotHereException;
    }

    /** Lets an engine take part in the turns, under its question's id, if it is here. */
    void join(Turns turns, Question question, Start start) throws IOException, InterruptedException {
        try {
            EngineProcess engine = start.engine();
            engines.put(question, engine);
            turns.with(question.id(), engine);
        } catch (NotHereException e) {
            absent.put(question, String.valueOf(e.getMessage()));
        }
    }

    /** Lets nobody take part in the turns for these questions. */
    void leaveOut(String reason, Question... questions) {
        for (Question question : questions) {
            absent.put(question, reason);
        }
    }

    /** Why the question's engine does not take part; null if it does. */
    @Nullable
    String absence(Question question) {
        return engines.containsKey(question) ? null : absent.getOrDefault(question, "not asked for");
    }

    @Override
    public void close() {
        engines.values().forEach(EngineProcess::close);
    }
}

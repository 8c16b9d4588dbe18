package io.millrace.bench;

import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Question;
import java.io.IOException;
import java.util.List;

/** Answers the questions that one measuring can answer together. */
public interface Benchmark {
    List<Question> questions();

    /**
     * Measures.
     *
     * @return an answer to each question, in their order
     */
    List<Answer> measure(Lab lab) throws IOException, InterruptedException;
}

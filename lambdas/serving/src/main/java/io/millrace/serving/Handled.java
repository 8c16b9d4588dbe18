package io.millrace.serving;

import io.millrace.serving.http.Answer;
import io.millrace.serving.http.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * A request that has its answer.
 *
 * @param endpoint what is asked, without names or values
 * @param error the refusal's word, or null for an answer
 * @param cause of a failure on our side: for the log
 */
record Handled(
        String endpoint,
        Answer answer,
        @Nullable String error,
        @Nullable Throwable cause) {

    static Handled answered(String endpoint, Answer answer) {
        return new Handled(endpoint, answer, null, null);
    }

    static Handled refused(String endpoint, RefusalException refusal) {
        return new Handled(endpoint, refusal.answer(), refusal.error(), refusal.getCause());
    }

    /** What nobody foresaw. */
    static Handled failed(String endpoint, Throwable cause) {
        RefusalException refusal = new RefusalException(500, "internal_error", "Cannot answer: it is our fault");
        return new Handled(endpoint, refusal.answer(), refusal.error(), cause);
    }
}

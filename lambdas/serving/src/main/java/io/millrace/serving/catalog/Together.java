package io.millrace.serving.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several things at once: each is a wait for another machine, and one after the other they would add up. */
final class Together {
    private static final int AT_ONCE = 8;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "catalog");
        thread.setDaemon(true);
        return thread;
    });

    private Together() {}

    /** A question about one thing. */
    interface Question<T, A> {
        A ask(T about) throws CatalogUnavailableException;
    }

    /**
     * The answers, in the order of the things.
     *
     * @throws CatalogUnavailableException when one of them has none
     */
    static <T, A> List<A> all(List<T> things, Question<T, A> question) throws CatalogUnavailableException {
        List<Future<A>> asked = new ArrayList<>();
        for (T thing : things) {
            asked.add(THREADS.submit(() -> question.ask(thing)));
        }
        List<A> answers = new ArrayList<>();
        for (Future<A> each : asked) {
            answers.add(answer(each));
        }
        return answers;
    }

    private static <A> A answer(Future<A> asked) throws CatalogUnavailableException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new CatalogUnavailableException("Cannot read the catalog", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogUnavailableException("Cannot read the catalog: interrupted", e);
        }
    }
}

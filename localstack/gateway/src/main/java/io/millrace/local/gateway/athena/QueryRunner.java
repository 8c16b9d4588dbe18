package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.statement.Outcome;
import io.millrace.local.gateway.statement.PreparedStatements;
import io.millrace.local.gateway.statement.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes queries from the queue, a few at a time, and brings each to a final state. */
final class QueryRunner {
    private static final Logger LOG = Logger.getLogger(QueryRunner.class.getName());
    private static final int CONCURRENT_QUERIES = 6;

    private final Engine engine;
    private final LakeCatalog catalog;
    private final ResultFile results;
    private final QueryArchive archive;
    private final TimeLimits limits;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_QUERIES, task -> {
        Thread thread = new Thread(task, "query");
        thread.setDaemon(true);
        return thread;
    });

    QueryRunner(
            Engine engine,
            LakeCatalog catalog,
            ResultFile results,
            QueryArchive archive,
            TimeLimits limits,
            Clock clock) {
        this.engine = engine;
        this.catalog = catalog;
        this.results = results;
        this.archive = archive;
        this.limits = limits;
        this.clock = clock;
    }

    /** Queues a query. */
    void submit(QueryExecution query, PreparedStatements prepared) {
        archive.keep(query, query.progress());
        threads.execute(() -> bringToEnd(query, prepared));
    }

    /** Stops a query; one that has ended stays as it is. */
    void stop(QueryExecution query) {
        end(query, QueryState.CANCELLED, "Query cancelled by user", null);
    }

    private void bringToEnd(QueryExecution query, PreparedStatements prepared) {
        try {
            run(query, prepared);
        } catch (EngineException e) {
            fail(query, QueryFailure.of(e));
        } catch (InterruptedException e) {
            // Whoever stopped it has ended it already, unless this process is being stopped.
            end(query, QueryState.CANCELLED, "The local Athena is stopping", null);
        } catch (IOException e) {
            fail(
                    query,
                    QueryFailure.resultsNotWritten("Cannot write query results to "
                            + query.submission().outputLocation() + ": " + e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Cannot run query " + query.submission().id(), e);
            fail(query, QueryFailure.engine("Cannot run the query: " + e));
        }
    }

    private void run(QueryExecution query, PreparedStatements prepared)
            throws EngineException, IOException, InterruptedException {
        engine.awaitStart();
        if (!query.advance(progress -> progress.running(now()))) {
            return;
        }
        Submission submission = query.submission();
        Session session = new Session(
                engine,
                catalog,
                prepared,
                submission.id(),
                submission.outputLocation(),
                submission.database(),
                submission.parameters());
        Outcome outcome;
        try (Spool spool = new Spool(query, progress -> goesOn(query, progress))) {
            outcome = submission.statement().run(session, spool);
        }
        query.updateCount(outcome.updateCount());
        results.publish(query, outcome);
        end(query, QueryState.SUCCEEDED, null, null);
    }

    private boolean goesOn(QueryExecution query, EngineProgress now) {
        Submission submission = query.submission();
        long cutoff = submission.workgroup().cutoffBytes();
        if (cutoff > 0 && now.scannedBytes() > cutoff) {
            query.advance(progress -> progress.at(now));
            end(query, QueryState.CANCELLED, "Bytes scanned limit was exceeded", null);
        }
        Instant started = query.progress().startedAt();
        Duration limit = limits.of(submission.statement().type());
        if (started != null && now().isAfter(started.plus(limit))) {
            fail(query, QueryFailure.timeout("Query timeout: it ran longer than " + limit.toMinutes() + " minutes"));
        }
        return query.advance(progress -> progress.at(now));
    }

    private void fail(QueryExecution query, QueryFailure failure) {
        end(query, QueryState.FAILED, failure.message(), failure);
    }

    private void end(QueryExecution query, QueryState state, @Nullable String reason, @Nullable QueryFailure failure) {
        query.advance(progress -> {
            Progress ended = progress.ended(state, reason, failure, now());
            archive.keep(query, ended); // before anybody can see it
            return ended;
        });
    }

    private Instant now() {
        return clock.instant();
    }
}

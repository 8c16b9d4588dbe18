package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineOutcome;
import io.millrace.local.gateway.engine.EngineQuery;
import io.trino.sql.tree.CreateTableAsSelect;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private final ResultFile results;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_QUERIES, task -> {
        Thread thread = new Thread(task, "query");
        thread.setDaemon(true);
        return thread;
    });

    QueryRunner(Engine engine, ResultFile results, Clock clock) {
        this.engine = engine;
        this.results = results;
        this.clock = clock;
    }

    /** Queues a query. */
    void submit(QueryExecution query, Map<String, String> prepared) {
        threads.execute(() -> bringToEnd(query, prepared));
    }

    /** Stops a query; one that has ended stays as it is. */
    void stop(QueryExecution query) {
        end(query, QueryState.CANCELLED, "Query cancelled by user", null);
    }

    private void bringToEnd(QueryExecution query, Map<String, String> prepared) {
        try {
            run(query, prepared);
        } catch (EngineException e) {
            QueryFailure failure = QueryFailure.of(e);
            end(query, QueryState.FAILED, failure.message(), failure);
        } catch (InterruptedException e) {
            // By the user it has ended already; otherwise the workgroup's limit stopped it.
            end(query, QueryState.CANCELLED, "Bytes scanned limit was exceeded", null);
        } catch (IOException e) {
            QueryFailure failure = QueryFailure.resultsNotWritten(
                    "Cannot write query results to " + query.submission().outputLocation() + ": " + e.getMessage());
            end(query, QueryState.FAILED, failure.message(), failure);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Cannot run query " + query.submission().id(), e);
            QueryFailure failure = QueryFailure.engine("Cannot run the query: " + e);
            end(query, QueryState.FAILED, failure.message(), failure);
        }
    }

    private void run(QueryExecution query, Map<String, String> prepared)
            throws EngineException, IOException, InterruptedException {
        engine.awaitStart();
        if (!query.advance(progress -> progress.running(now()))) {
            return;
        }
        Submission submission = query.submission();
        try (Spool spool = new Spool(query)) {
            EngineOutcome outcome = engine.run(
                    new EngineQuery(submission.engineSql(), submission.database(), submission.parameters(), prepared),
                    spool);
            query.updateCount(outcome.updateCount());
        }
        if (submission.statement().tree() instanceof CreateTableAsSelect create) {
            results.publishManifest(query, files(create, submission.database()));
        } else {
            results.publish(query);
        }
        end(query, QueryState.SUCCEEDED, null, null);
    }

    private DataManifest files(CreateTableAsSelect create, @Nullable String database)
            throws EngineException, IOException, InterruptedException {
        DataManifest manifest = new DataManifest();
        engine.run(new EngineQuery(TableFromQuery.filesSql(create), database, List.of(), Map.of()), manifest);
        return manifest;
    }

    private void end(QueryExecution query, QueryState state, @Nullable String reason, @Nullable QueryFailure failure) {
        query.advance(progress -> progress.ended(state, reason, failure, now()));
    }

    private Instant now() {
        return clock.instant();
    }
}

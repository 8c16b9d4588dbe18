package io.millrace.serving;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.millrace.contract.Contracts;
import io.millrace.serving.catalog.CachedCatalog;
import io.millrace.serving.catalog.CatalogReader;
import io.millrace.serving.catalog.DatasetContracts;
import io.millrace.serving.catalog.GlueLakeTables;
import io.millrace.serving.catalog.LakeTables;
import io.millrace.serving.catalog.MetadataFiles;
import io.millrace.serving.catalog.ModelContracts;
import io.millrace.serving.catalog.S3MetadataFiles;
import io.millrace.serving.catalog.TableContract;
import io.millrace.serving.guard.Limits;
import io.millrace.serving.guard.Scope;
import io.millrace.serving.guard.SqlGuard;
import io.millrace.serving.http.RefusalException;
import io.millrace.serving.http.Request;
import io.millrace.serving.model.Model;
import io.millrace.serving.model.Models;
import io.millrace.serving.query.AthenaEngine;
import io.millrace.serving.query.Engine;
import io.millrace.serving.query.Queries;
import io.millrace.serving.query.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The serving Lambda, behind API Gateway's proxy integration. It answers every request and never throws: whatever fails
 * inside is logged with its cause and answered 500 without it.
 */
public final class ServingHandler implements RequestStreamHandler {
    /** What is left of the function's time to stop a query and for the answer to leave. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final String CATALOG = "awsdatacatalog";

    private final Api api;
    private final RequestLog log;
    private final ServingSettings settings;
    private final InstantSource clock;

    /** As the Lambda runtime makes it. */
    public ServingHandler() {
        this(System.getenv());
    }

    /**
     * Builds everything once.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    public ServingHandler(Map<String, String> environment) {
        this(ServingSettings.from(environment), new AwsClients(environment));
    }

    private ServingHandler(ServingSettings settings, AwsClients clients) {
        this(
                settings,
                new GlueLakeTables(clients.glue()),
                new S3MetadataFiles(clients.s3()),
                new AthenaEngine(clients.athena(), settings.workgroup()),
                InstantSource.system(),
                System.out);
    }

    /** With other edges: for tests, which keep their contracts. */
    ServingHandler(
            ServingSettings settings,
            LakeTables lake,
            MetadataFiles files,
            Engine engine,
            InstantSource clock,
            PrintStream log) {
        SqlGuard guard = new SqlGuard(scope(settings), Limits.DEFAULT);
        // The parser's first statement takes a second: better here, where a snapshot keeps what it has learnt.
        guard.check("WITH a AS (SELECT count(*) AS n FROM t WHERE x = 'y') SELECT n FROM a ORDER BY 1", 1);
        Contracts contracts = Contracts.bundled();
        List<Model> models = Models.packed();
        List<TableContract> tables = new ArrayList<>(DatasetContracts.of(contracts));
        tables.addAll(ModelContracts.of(models));
        CatalogReader reader = new CatalogReader(lake, files, tables, settings.environment(), clock);
        Waiting waiting = new Waiting(engine, clock, time -> Thread.sleep(time.toMillis()));
        this.api = new Api(
                new CachedCatalog(reader, settings.catalogKept(), clock),
                new Promises(contracts, models),
                new Queries(guard, engine, waiting, settings.rows(), settings.database("silver")),
                settings);
        this.log = new RequestLog(log, settings.serviceVersion());
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Instant receivedAt = clock.instant();
        Handled handled = handle(in, deadline(receivedAt, context));
        handled.answer().write(out);
        log.write(receivedAt, Duration.between(receivedAt, clock.instant()), handled);
    }

    private Handled handle(InputStream in, Instant deadline) {
        String endpoint = "unread";
        try {
            Request request = Request.read(in);
            endpoint = Api.endpoint(request);
            return Handled.answered(endpoint, api.answer(request, deadline));
        } catch (RefusalException e) {
            return Handled.refused(endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handled.failed(endpoint, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Handled.failed(endpoint, e);
        }
    }

    private Instant deadline(Instant receivedAt, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(GRACE);
        return receivedAt.plus(left.compareTo(settings.queryTimeout()) < 0 ? left : settings.queryTimeout());
    }

    private static Scope scope(ServingSettings settings) {
        String silver = settings.database("silver");
        return new Scope(
                CATALOG,
                Set.of(settings.database("bronze"), silver, settings.database("gold"), settings.database("ops")),
                silver);
    }
}

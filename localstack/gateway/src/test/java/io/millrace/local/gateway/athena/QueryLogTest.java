package io.millrace.local.gateway.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.gateway.statement.StatementParser;
import io.millrace.local.gateway.statement.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryLogTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path spools;

    private QueryArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = new QueryArchive(spools);
    }

    @Test
    void theOldestFinishedQueryIsForgottenWithItsRows() throws Exception {
        QueryLog log = new QueryLog(2, 1000, archive);
        QueryExecution running = add(log, "running", 1);
        QueryExecution finished = finish(add(log, "finished", 1));

        add(log, "newest", 1);

        assertThat(log.ids("wg")).containsExactly("newest", "running");
        assertThat(finished.spool()).doesNotExist();
        assertThat(running.spool()).exists();
        assertThatThrownBy(() -> log.get("finished")).hasMessage("QueryExecution finished was not found");
    }

    @Test
    void rowsOnThisMachineStayBelowALimit() throws Exception {
        QueryLog log = new QueryLog(100, 1000, archive);
        finish(add(log, "first", 600));
        finish(add(log, "second", 600));

        add(log, "third", 0);

        assertThat(log.ids("wg")).containsExactly("third", "second");
    }

    @Test
    void aTokenIsFreeAgainOnceItsQueryIsForgotten() throws Exception {
        QueryLog log = new QueryLog(1, 1000, archive);
        QueryExecution query = query("first", 0);
        log.add(query, "token", "request");
        assertThat(log.add(query("twin", 0), "token", "request")).isEmpty();
        assertThat(log.known("token", "request")).isEqualTo("first");

        finish(query);
        add(log, "second", 0);

        assertThat(log.known("token", "request")).isNull();
    }

    private QueryExecution add(QueryLog log, String id, int bytes) throws Exception {
        QueryExecution query = query(id, bytes);
        log.add(query, null, id);
        return query;
    }

    private QueryExecution query(String id, int bytes) throws SyntaxException, IOException {
        Path spool = Files.write(archive.rows(id), new byte[bytes]);
        Workgroup workgroup = new Workgroup("wg", true, true, "s3://out/", 0);
        return new QueryExecution(
                new Submission(
                        id,
                        "select 1",
                        StatementParser.parse("select 1"),
                        null,
                        null,
                        List.of(),
                        workgroup,
                        "s3://out/",
                        null,
                        NOW),
                spool);
    }

    private static QueryExecution finish(QueryExecution query) {
        query.advance(progress -> progress.ended(QueryState.SUCCEEDED, null, null, NOW));
        return query;
    }
}

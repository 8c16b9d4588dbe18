package io.millrace.local.gateway.athena;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries that are remembered: every running one, and the newest of the finished. */
final class QueryLog {
    private record Token(String id, String fingerprint) {}

    private final int maxQueries;
    private final long maxSpoolBytes;
    private final QueryArchive archive;
    private final Map<String, QueryExecution> byId = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    /**
     * The queries that the archive has.
     *
     * @param maxSpoolBytes of all result rows kept on this machine; the files at the output locations stay
     */
    QueryLog(int maxQueries, long maxSpoolBytes, QueryArchive archive) throws IOException {
        this.maxQueries = maxQueries;
        this.maxSpoolBytes = maxSpoolBytes;
        this.archive = archive;
        archive.read().forEach(query -> byId.put(query.submission().id(), query));
    }

    /**
     * The query of a client request token, made when the token is new.
     *
     * @param token null when the client gave none
     * @param fingerprint what must be the same for the token to mean the same request
     * @return the new execution; empty when the token has one already
     */
    synchronized Optional<QueryExecution> add(QueryExecution query, @Nullable String token, String fingerprint)
            throws IOException {
        if (token != null) {
            if (tokens.containsKey(token)) {
                return Optional.empty();
            }
            tokens.put(token, new Token(query.submission().id(), fingerprint));
        }
        byId.put(query.submission().id(), query);
        forgetOldest();
        return Optional.of(query);
    }

    /**
     * The id of the query that a token was used for; null when it is new.
     *
     * @throws AthenaException when the token came with another request before
     */
    synchronized @Nullable String known(@Nullable String token, String fingerprint) throws AthenaException {
        Token used = token == null ? null : tokens.get(token);
        if (used == null) {
            return null;
        }
        if (!used.fingerprint().equals(fingerprint)) {
            throw AthenaException.invalid("Idempotent parameters do not match");
        }
        return used.id();
    }

    synchronized Optional<QueryExecution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized QueryExecution get(String id) throws AthenaException {
        QueryExecution query = byId.get(id);
        if (query == null) {
            throw AthenaException.invalid("QueryExecution " + id + " was not found");
        }
        return query;
    }

    /** The ids of a workgroup's queries, the newest first. */
    synchronized List<String> ids(String workgroup) {
        List<String> ids = new ArrayList<>();
        for (QueryExecution query : byId.values()) {
            if (query.submission().workgroup().name().equals(workgroup)) {
                ids.add(0, query.submission().id());
            }
        }
        return ids;
    }

    synchronized long count(QueryState state) {
        return byId.values().stream()
                .filter(query -> query.progress().state() == state)
                .count();
    }

    private void forgetOldest() throws IOException {
        long spoolBytes = 0;
        for (QueryExecution query : byId.values()) {
            spoolBytes += spoolBytes(query);
        }
        Iterator<QueryExecution> oldest = byId.values().iterator();
        while ((byId.size() > maxQueries || spoolBytes > maxSpoolBytes) && oldest.hasNext()) {
            QueryExecution query = oldest.next();
            if (query.progress().state().isFinal()) {
                spoolBytes -= spoolBytes(query);
                oldest.remove();
                tokens.values()
                        .removeIf(token -> token.id().equals(query.submission().id()));
                archive.forget(query);
            }
        }
    }

    private static long spoolBytes(QueryExecution query) throws IOException {
        return Files.exists(query.spool()) ? Files.size(query.spool()) : 0;
    }
}

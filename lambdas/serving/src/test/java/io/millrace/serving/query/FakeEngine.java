package io.millrace.serving.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engine in memory, with Athena's contract: a query runs for as many looks as it is told, pages have tokens, a page of
 * what has not succeeded is none, and ids of others are not found.
 */
public final class FakeEngine implements Engine {
    /** What it was asked to run, newest last. */
    public final List<Started> started = new ArrayList<>();

    public final List<String> stopped = new ArrayList<>();

    private final Map<String, Integer> looksLeft = new HashMap<>();
    private List<ResultColumn> columns = List.of(new ResultColumn("n", "bigint"));
    private List<List<@Nullable String>> rows = List.of(List.of("1"));
    private int looks;
    private Runnable look = () -> {};
    private Execution end = new Execution(Execution.State.SUCCEEDED, "", false, 42, 7);
    private EngineException.@Nullable Kind refusal;

    /** One call of {@link #start}. */
    public record Started(String sql, String database, List<String> literals) {}

    public FakeEngine gives(List<ResultColumn> newColumns, List<List<@Nullable String>> newRows) {
        columns = newColumns;
        rows = newRows;
        return this;
    }

    /** Queries run until they were looked at so often. */
    public FakeEngine runsFor(int newLooks) {
        looks = newLooks;
        return this;
    }

    /** What happens meanwhile, each time that somebody looks whether a query has ended. */
    public FakeEngine whenLookedAt(Runnable newLook) {
        look = newLook;
        return this;
    }

    public FakeEngine endsAs(Execution newEnd) {
        end = newEnd;
        return this;
    }

    public FakeEngine refuses(EngineException.Kind kind) {
        refusal = kind;
        return this;
    }

    @Override
    public String start(String sql, String database, List<String> literals) throws EngineException {
        if (refusal != null) {
            throw new EngineException(refusal, "told to", null);
        }
        started.add(new Started(sql, database, literals));
        String id = UUID.randomUUID().toString();
        looksLeft.put(id, looks);
        return id;
    }

    @Override
    public Execution execution(String id) throws EngineException {
        look.run();
        Integer left = looksLeft.get(id);
        if (left == null) {
            throw new EngineException(EngineException.Kind.UNKNOWN_QUERY, id, null);
        }
        looksLeft.put(id, left - 1);
        return left > 0 ? new Execution(Execution.State.RUNNING, "", false, 0, 0) : end;
    }

    @Override
    public RowPage page(String id, @Nullable String token, int wanted) throws EngineException {
        if (!looksLeft.containsKey(id) || end.state() != Execution.State.SUCCEEDED) {
            throw new EngineException(EngineException.Kind.UNKNOWN_QUERY, id, null);
        }
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(rows.size(), from + wanted);
        return new RowPage(columns, rows.subList(from, to), to < rows.size() ? Integer.toString(to) : null);
    }

    @Override
    public void stop(String id) {
        stopped.add(id);
    }
}

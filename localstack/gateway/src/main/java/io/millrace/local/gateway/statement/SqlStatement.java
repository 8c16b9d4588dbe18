package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.engine.EngineOutcome;
import io.millrace.local.gateway.engine.ResultSink;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Delete;
import io.trino.sql.tree.Execute;
import io.trino.sql.tree.Explain;
import io.trino.sql.tree.ExplainAnalyze;
import io.trino.sql.tree.Insert;
import io.trino.sql.tree.Merge;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Update;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A statement that the engine carries out as it is: queries, changes of rows, views and the engine's own DDL. */
record SqlStatement(String sql, io.trino.sql.tree.Statement tree) implements Statement {
    @Override
    public StatementType type() {
        if (tree instanceof Query || tree instanceof Execute || isPlan() || result() != ResultKind.TEXT) {
            return StatementType.DML;
        }
        return tree.getClass().getSimpleName().startsWith("Show") ? StatementType.UTILITY : StatementType.DDL;
    }

    @Override
    public String substatement() {
        return tree instanceof Query
                ? "SELECT"
                : tree.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .replace("Schema", "Database")
                        .toUpperCase(Locale.ROOT);
    }

    @Override
    public ResultKind result() {
        if (tree instanceof Query || tree instanceof Execute) {
            return ResultKind.ROWS;
        }
        if (tree instanceof Insert) {
            return ResultKind.ADDED;
        }
        if (tree instanceof Update || tree instanceof Delete || tree instanceof Merge) {
            return ResultKind.CHANGED;
        }
        return isPlan() ? ResultKind.PLAN : ResultKind.TEXT;
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        Versions versions = Versions.in(tree, sql);
        if (tree instanceof CreateView && !versions.isEmpty()) {
            throw new EngineException(
                    "NOT_SUPPORTED", Kind.USER, "Cannot keep a tag's name in a view here; name the snapshot by its id");
        }
        EngineOutcome outcome = session.run(versions.resolved(session), Map.of(), sink);
        Optional<Name> changed = changed();
        if (changed.isPresent()) {
            session.catalog().describe(session.complete(changed.get()));
        }
        return new Outcome(outcome.updateCount(), List.of());
    }

    /** The table or view whose catalog entry the engine wrote anew, without its columns. */
    private Optional<Name> changed() {
        if (tree instanceof Insert insert) {
            return Optional.of(Versions.name(insert.getTarget()));
        }
        if (tree instanceof Update update) {
            return Optional.of(Versions.name(update.getTable().getName()));
        }
        if (tree instanceof Delete delete) {
            return Optional.of(Versions.name(delete.getTable().getName()));
        }
        if (tree instanceof Merge merge) {
            return Optional.of(Versions.name(merge.getTargetTable().getName()));
        }
        if (tree instanceof CreateTable create) {
            return Optional.of(Versions.name(create.getName()));
        }
        return tree instanceof CreateView view ? Optional.of(Versions.name(view.getName())) : Optional.empty();
    }

    private boolean isPlan() {
        return tree instanceof Explain || tree instanceof ExplainAnalyze;
    }
}

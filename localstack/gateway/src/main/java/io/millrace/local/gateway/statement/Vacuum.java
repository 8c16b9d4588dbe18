package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;

/** {@code VACUUM t}: drops snapshots that are older than the table keeps them, and files that no snapshot knows. */
record Vacuum(Name name) implements Statement {
    private static final String MAX_AGE = "vacuum_max_snapshot_age_seconds";
    /** Athena's default: five days. */
    private static final String MAX_AGE_SECONDS = "432000";
    /** Longer than any writer takes between a file and the commit that names it. */
    private static final String ORPHANED = "7d";

    @Override
    public StatementType type() {
        return StatementType.DML;
    }

    @Override
    public String substatement() {
        return "VACUUM";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        String age = session.catalog().table(table).properties().getOrDefault(MAX_AGE, MAX_AGE_SECONDS);
        if (!age.matches("[0-9]+")) {
            throw new EngineException(
                    "INVALID_TABLE_PROPERTY", Kind.USER, "Cannot read table property " + MAX_AGE + ": " + age);
        }
        String execute = "ALTER TABLE " + table.sql() + " EXECUTE ";
        session.step(execute + "expire_snapshots(retention_threshold => '" + age + "s')");
        session.step(execute + "remove_orphan_files(retention_threshold => '" + ORPHANED + "')");
        session.catalog().describe(table);
        return Outcome.DONE;
    }
}

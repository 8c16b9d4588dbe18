package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;

/** Athena's CREATE TABLE of an Iceberg table. */
record CreateTable(
        Name name,
        boolean ifNotExists,
        Schema schema,
        PartitionSpec spec,
        String location,
        Map<String, String> properties)
        implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "CREATE_TABLE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        String place = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        if (!ifNotExists || !session.catalog().tables(table.database()).contains(table.table())) {
            session.catalog().create(table, schema, spec, place, properties);
        }
        return Outcome.DONE;
    }
}

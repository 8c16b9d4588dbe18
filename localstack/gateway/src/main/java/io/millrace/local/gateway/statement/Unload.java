package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.engine.EngineOutcome;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;

/**
 * {@code UNLOAD (SELECT …) TO 's3://…' WITH (format = 'PARQUET')}: the rows as files of their own, whose list is the
 * query's manifest. The engine writes files only for a table, so one is made at that place and its traces are removed.
 */
record Unload(String query, String location, Map<String, String> properties) implements Statement {
    private static final List<String> FORMATS = List.of("PARQUET", "ORC", "AVRO");

    @Override
    public StatementType type() {
        return StatementType.DML;
    }

    @Override
    public ResultKind result() {
        return ResultKind.FILES;
    }

    @Override
    public String substatement() {
        return "UNLOAD";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table =
                new TableName(session.database(), "unload_" + session.id().replace("-", ""));
        String place = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        String partitions = properties.getOrDefault("partitioned_by", "");
        String partitioning = partitions.isEmpty()
                ? ""
                : ", partitioning = ARRAY['" + partitions.replace("'", "''").replace(",", "', '") + "']";
        EngineOutcome outcome = session.run(
                "CREATE TABLE " + table.sql() + " WITH (location = '" + place.replace("'", "''") + "', format = '"
                        + format() + "'" + partitioning + ") AS "
                        + TableFromQuery.storable(Versions.resolved(query, session), session),
                Map.of(),
                sink);
        List<String> files = DataFiles.of(table, session);
        Table written = session.catalog().table(table);
        Set<String> metadata = metadataFiles(written);
        session.catalog().forget(table);
        metadata.forEach(written.io()::deleteFile);
        return new Outcome(outcome.updateCount(), files);
    }

    private String format() throws EngineException {
        String format = properties.getOrDefault("format", "").toUpperCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new EngineException(
                    "NOT_SUPPORTED", Kind.USER, "Cannot unload as " + format + " here; there are " + FORMATS);
        }
        return format;
    }

    private static Set<String> metadataFiles(Table table) {
        TableMetadata metadata = ((HasTableOperations) table).operations().current();
        Set<String> paths = new LinkedHashSet<>();
        for (Snapshot snapshot : metadata.snapshots()) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                paths.add(manifest.path());
            }
            paths.add(snapshot.manifestListLocation());
        }
        metadata.previousFiles().forEach(entry -> paths.add(entry.file()));
        paths.add(metadata.metadataFileLocation());
        return paths;
    }
}

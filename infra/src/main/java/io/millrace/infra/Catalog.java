package io.millrace.infra;

import io.millrace.replay.ReplayMarks;
import java.util.List;

/** Grants on the Glue catalog, only in this environment's databases. */
final class Catalog {
    private static final String REASON = "Tables come and go with the contracts; the databases are this environment's";

    private Catalog() {}

    static void read(Grants grants, Names names) {
        grants.allowWithin(REASON, List.of("glue:GetTable"), streamFed(names));
    }

    /** Finds and reads every table, as queries and the catalog's readers do. */
    static void query(Grants grants, Names names) {
        grants.allowWithin(
                REASON,
                List.of("glue:GetDatabase", "glue:GetDatabases", "glue:GetTable", "glue:GetTables"),
                in(names, "bronze", "silver", "gold", "ops"));
    }

    /** Commits: a new metadata pointer for a table that exists. */
    static void commit(Grants grants, Names names) {
        grants.allowWithin(REASON, List.of("glue:GetTable", "glue:UpdateTable"), streamFed(names));
        grants.allow(List.of("glue:GetTable", "glue:UpdateTable"), replayMarks(names));
    }

    static void replay(Grants grants, Names names) {
        read(grants, names);
        grants.allow(List.of("glue:GetTable"), replayMarks(names));
    }

    /** Reads and lists tables of these layers. */
    static void browse(Grants grants, Names names, List<String> layers) {
        grants.allowWithin(
                REASON,
                List.of("glue:GetDatabase", "glue:GetTable", "glue:GetTables"),
                in(names, layers.toArray(String[]::new)));
    }

    /** Makes tables of these layers, and commits to them. */
    static void write(Grants grants, Names names, List<String> layers) {
        grants.allowWithin(
                REASON, List.of("glue:CreateTable", "glue:UpdateTable"), in(names, layers.toArray(String[]::new)));
    }

    static void migrate(Grants grants, Names names) {
        grants.allowWithin(
                REASON,
                List.of(
                        "glue:CreateDatabase",
                        "glue:CreateTable",
                        "glue:GetDatabase",
                        "glue:GetTable",
                        "glue:UpdateTable"),
                in(names, "bronze", "silver", "gold", "ops"));
    }

    private static String[] replayMarks(Names names) {
        String ops = names.database("ops");
        return new String[] {
            names.glueArn("catalog"),
            names.glueArn("database/" + ops),
            names.glueArn("table/" + ops + "/" + ReplayMarks.TABLE.name())
        };
    }

    private static String[] streamFed(Names names) {
        return in(names, "bronze", "silver");
    }

    /** Glue checks a table's action on its catalog and its database too. */
    private static String[] in(Names names, String... layers) {
        String[] resources = new String[1 + 2 * layers.length];
        resources[0] = names.glueArn("catalog");
        for (int i = 0; i < layers.length; i++) {
            String database = names.database(layers[i]);
            resources[1 + 2 * i] = names.glueArn("database/" + database);
            resources[2 + 2 * i] = names.glueArn("table/" + database + "/*");
        }
        return resources;
    }
}

package io.millrace.lake.aws;

/** What the migrate function is told by its environment. */
record MigrateSettings(String environment, String stream, String ledgerTable, String lakeBucket) {
    static MigrateSettings from(Environment environment) {
        return new MigrateSettings(
                environment.required("MILLRACE_ENV"),
                environment.required("MILLRACE_STREAM"),
                environment.required("MILLRACE_LEDGER_TABLE"),
                environment.required("MILLRACE_LAKE_BUCKET"));
    }
}

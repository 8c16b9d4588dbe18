package io.millrace.lake.aws;

/** What the claim-removal function is told by its environment. */
record ClaimRemovalSettings(String ledgerTable, String lakeBucket) {
    static ClaimRemovalSettings from(Environment environment) {
        return new ClaimRemovalSettings(
                environment.required("MILLRACE_LEDGER_TABLE"), environment.required("MILLRACE_LAKE_BUCKET"));
    }
}

package io.millrace.local.gateway.athena;

/** The one data catalog: Glue's. */
final class Catalog {
    static final String NAME = "AwsDataCatalog";

    private Catalog() {}

    /** Refuses a query context that names another catalog. */
    static void check(String name) throws AthenaException {
        if (!name.isEmpty() && !name.equalsIgnoreCase(NAME)) {
            throw AthenaException.invalid("Catalog " + name + " was not found; this account has " + NAME);
        }
    }
}

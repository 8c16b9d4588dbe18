package io.millrace.infra.environment;

/**
 * Buckets and tables.
 *
 * @param customerKey encrypt buckets and tables with a KMS key of this account's own, else with the services' keys
 * @param versioning keep overwritten and deleted objects of the lake bucket
 * @param oldVersionDays days until an object's old version is removed
 * @param queryResultDays days until a query's result is removed
 * @param accessLogs write the buckets' access logs to a bucket of their own
 * @param pointInTimeRecovery let the tables be restored to any second of the last 35 days
 * @param deletionProtection refuse to delete the tables
 */
public record StorageSettings(
        boolean customerKey,
        boolean versioning,
        int oldVersionDays,
        int queryResultDays,
        boolean accessLogs,
        boolean pointInTimeRecovery,
        boolean deletionProtection) {
    public StorageSettings {
        Check.range("storage.oldVersionDays", oldVersionDays, 1, 3650);
        Check.range("storage.queryResultDays", queryResultDays, 1, 3650);
    }
}

package io.millrace.infra.environment;

/**
 * Batch jobs.
 *
 * @param workerType size of a Glue worker, as G.1X
 * @param workers of one run, the driver's included
 * @param timeoutMinutes longest run
 * @param parallelism tasks side by side in a shuffle
 * @param maintenanceHours between two runs of maintenance; a table holds the states of twelve hours and of these
 * @param lineage where OpenLineage events go: none, console, file:PATH or http://HOST
 */
public record JobSettings(
        String workerType, int workers, int timeoutMinutes, int parallelism, int maintenanceHours, String lineage) {
    public JobSettings {
        if (!workerType.matches("[GR]\\.\\d+X")) {
            throw new IllegalArgumentException("Cannot use setting jobs.workerType: '" + workerType + "'; use G.1X");
        }
        Check.range("jobs.workers", workers, 2, 299);
        Check.range("jobs.timeoutMinutes", timeoutMinutes, 1, 10_080);
        Check.range("jobs.parallelism", parallelism, 1, 10_000);
        // Every hour is to get its tag before its states expire.
        Check.range("jobs.maintenanceHours", maintenanceHours, 1, 11);
    }
}

package io.millrace.job.landing;

/**
 * What became of one dataset's files.
 *
 * @param filesBefore loaded by earlier runs
 * @param filesLoaded by this run
 * @param rows of those, typed and checked
 * @param rejected rows of those in quarantine
 */
public record LoadedDataset(String dataset, int filesBefore, int filesLoaded, long rows, long rejected) {}

package io.millrace.job.silver;

/**
 * What became of one model.
 *
 * @param outcome made, unchanged, or in a dry run would be made
 * @param rows of the table now, or in a dry run then
 */
public record ModelResult(String model, String outcome, long rows) {}

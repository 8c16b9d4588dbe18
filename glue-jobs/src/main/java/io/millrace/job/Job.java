package io.millrace.job;

/**
 * One batch job: a record of arguments in, a record of results out. Running it again does no harm: a job that was cut off
 * is simply run again. A job throws what stops it; the frame tells it to whoever waits.
 *
 * @param <A> arguments, each component with its {@link io.millrace.job.argument.Argument}
 * @param <R> results, written as JSON with snake_case names
 */
public interface Job<A extends Record, R extends Record> {
    /** Name in kebab case, as {@code ./millrace run} takes it and as it ends the Glue job's name. */
    String name();

    /** What it does, in a sentence. */
    String description();

    Class<A> arguments();

    /** Does the work. Where {@link JobContext#dryRun} is set, nothing that anybody can see is changed. */
    R run(A arguments, JobContext context) throws Exception;
}

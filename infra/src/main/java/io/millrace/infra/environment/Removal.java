package io.millrace.infra.environment;

/** What happens to buckets, tables, stream and logs when their stack is deleted. */
public enum Removal {
    RETAIN,
    DESTROY
}

package io.millrace.local.gateway.statement;

import org.jspecify.annotations.Nullable;

/**
 * A table or view as a statement names it.
 *
 * @param database null when it is the query's
 */
record Name(@Nullable String database, String table) {}

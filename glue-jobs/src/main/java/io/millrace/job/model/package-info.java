/**
 * Tables made by SQL: one query a table, with its contract beside it. A run brings a table up to its sources and makes only
 * those days again that its sources' changes reach; the outcome is that of a full run.
 */
@NullMarked
package io.millrace.job.model;

import org.jspecify.annotations.NullMarked;

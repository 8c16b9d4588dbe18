/**
 * The frame of batch jobs: typed arguments in, a result record out, on Spark and Iceberg. Each job is a class of its own in
 * a package of its own.
 */
@NullMarked
package io.millrace.job;

import org.jspecify.annotations.NullMarked;

/** Batch jobs of an environment: which there are, and running one. */
@NullMarked
package io.millrace.jobs;

import org.jspecify.annotations.NullMarked;

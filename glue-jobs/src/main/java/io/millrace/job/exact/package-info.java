/** The exact dedup pass over silver: Spark finds the copies, {@link io.millrace.exact} decides and books. */
@NullMarked
package io.millrace.job.exact;

import org.jspecify.annotations.NullMarked;

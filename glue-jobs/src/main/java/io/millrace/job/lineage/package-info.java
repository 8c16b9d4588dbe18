/** What a run read and wrote, told in OpenLineage's words. */
@NullMarked
package io.millrace.job.lineage;

import org.jspecify.annotations.NullMarked;

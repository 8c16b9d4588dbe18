/**
 * Keeps tables cheap to read and their history as long as it may be: compaction, tags, expiry and the removal of files
 * that nothing refers to, beside live writers. See {@code docs/concepts/maintenance.md}.
 */
@NullMarked
package io.millrace.job.maintenance;

import org.jspecify.annotations.NullMarked;

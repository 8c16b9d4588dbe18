/**
 * What keeps tables cheap to read and their history as long as it may be, as rules alone: which states of a table get a
 * name, which may go, and when small files and manifests are worth writing again. The job that does it and the simulation
 * that measures it ask the same. See {@code docs/concepts/maintenance.md}.
 */
@NullMarked
package io.millrace.upkeep;

import org.jspecify.annotations.NullMarked;

package io.millrace.replay;

import org.jspecify.annotations.Nullable;

/**
 * What one run of a replay is asked for.
 *
 * @param after where the run before it ended, or null to begin at the beginning
 * @param dryRun whether to write nothing, only to say what would become of the rows
 */
public record ReplayRequest(ReplayFilter filter, @Nullable Cursor after, boolean dryRun) {}

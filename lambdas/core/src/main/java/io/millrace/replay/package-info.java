/**
 * Quarantined events that keep today's contract go into the tables: each once, whatever crashes. A replay is a shard of its
 * own ({@link io.millrace.replay.ReplayShard}): what it writes and the marks that say so stand in one claim.
 */
@NullMarked
package io.millrace.replay;

import org.jspecify.annotations.NullMarked;

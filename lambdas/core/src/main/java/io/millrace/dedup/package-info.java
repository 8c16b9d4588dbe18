/**
 * Tells copies of an event apart by its id, exactly, inside a stated window per shard. See
 * {@code docs/concepts/deduplication.md}.
 */
@NullMarked
package io.millrace.dedup;

import org.jspecify.annotations.NullMarked;

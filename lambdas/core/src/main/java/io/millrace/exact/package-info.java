/**
 * The exact pass: takes out of silver the copies that came further apart than the dedup window, and books what it takes
 * out. See {@code docs/concepts/deduplication.md}.
 */
@NullMarked
package io.millrace.exact;

import org.jspecify.annotations.NullMarked;

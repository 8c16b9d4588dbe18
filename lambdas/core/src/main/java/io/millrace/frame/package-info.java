/**
 * Events to and from one Kinesis record. A frame holds the events of one POST that fall in one hash bucket; the format
 * is versioned and described byte by byte in {@code docs/concepts/record-format.md}.
 */
@NullMarked
package io.millrace.frame;

import org.jspecify.annotations.NullMarked;

/**
 * How contracts change: what differs between two of them, whether senders and readers can go on as they are, and what the
 * tables need.
 */
@NullMarked
package io.millrace.evolution;

import org.jspecify.annotations.NullMarked;

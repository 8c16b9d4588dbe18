/** Bytes of one event in, {@link io.millrace.event.Accepted} or {@link io.millrace.event.Rejected} out, by a contract. */
@NullMarked
package io.millrace.event;

import org.jspecify.annotations.NullMarked;

/** The events that are measured with. */
@NullMarked
package io.millrace.bench.event;

import org.jspecify.annotations.NullMarked;

/** The ingest function, on one thread. */
@NullMarked
package io.millrace.bench.door;

import org.jspecify.annotations.NullMarked;

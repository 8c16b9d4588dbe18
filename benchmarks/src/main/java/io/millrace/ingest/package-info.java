/** The door's own package, because its edges are nobody else's: the whole function, on one thread, with edges in memory. */
@NullMarked
package io.millrace.ingest;

import org.jspecify.annotations.NullMarked;

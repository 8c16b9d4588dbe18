/** What the ingest function weighs, and how long a new environment takes to be ready. */
@NullMarked
package io.millrace.bench.start;

import org.jspecify.annotations.NullMarked;

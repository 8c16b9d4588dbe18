/** CPU time per event, of things that are run in turns in one process. */
@NullMarked
package io.millrace.bench.measure;

import org.jspecify.annotations.NullMarked;

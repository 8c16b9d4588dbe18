/** Datasets whose tables stay as they are for a while. */
@NullMarked
package io.millrace.pause;

import org.jspecify.annotations.NullMarked;

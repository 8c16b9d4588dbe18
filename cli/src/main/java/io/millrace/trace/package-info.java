/** Where one event went: door, stream, claim, fold, tables. */
@NullMarked
package io.millrace.trace;

import org.jspecify.annotations.NullMarked;

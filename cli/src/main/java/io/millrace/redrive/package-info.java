/** What failed to the end of its retries, and how it is done after all. */
@NullMarked
package io.millrace.redrive;

import org.jspecify.annotations.NullMarked;

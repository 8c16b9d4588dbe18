/** Files that others land in the lake: each is loaded once, row by row against its contract. */
@NullMarked
package io.millrace.job.landing;

import org.jspecify.annotations.NullMarked;

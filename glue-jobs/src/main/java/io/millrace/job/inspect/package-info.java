/** What tables are made of. */
@NullMarked
package io.millrace.job.inspect;

import org.jspecify.annotations.NullMarked;

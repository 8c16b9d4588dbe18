/** Tables that a batch makes of typed events and landed rows: a SQL file each, with its contract beside it. */
@NullMarked
package io.millrace.job.silver;

import org.jspecify.annotations.NullMarked;

/** What tables are held to: checks made of contracts, a score, and a history of both. */
@NullMarked
package io.millrace.job.quality;

import org.jspecify.annotations.NullMarked;

/** The stream's ledger, for jobs that must not disturb what it says. */
@NullMarked
package io.millrace.job.ledger;

import org.jspecify.annotations.NullMarked;

/** What was asked, what was measured, and what it means. */
@NullMarked
package io.millrace.bench.report;

import org.jspecify.annotations.NullMarked;

/** What a job is started with: from {@code --key value} to a typed record. */
@NullMarked
package io.millrace.job.argument;

import org.jspecify.annotations.NullMarked;

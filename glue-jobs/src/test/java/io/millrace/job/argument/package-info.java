@NullMarked
package io.millrace.job.argument;

import org.jspecify.annotations.NullMarked;

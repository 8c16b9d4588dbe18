@NullMarked
package io.millrace.job.inspect;

import org.jspecify.annotations.NullMarked;

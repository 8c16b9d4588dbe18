@NullMarked
package io.millrace.job;

import org.jspecify.annotations.NullMarked;

/** The platform's own metrics: their names, and how a function tells one. */
@NullMarked
package io.millrace.metric;

import org.jspecify.annotations.NullMarked;

/** The environment's alerts: what was told, and a test of the whole way. */
@NullMarked
package io.millrace.alerting;

import org.jspecify.annotations.NullMarked;

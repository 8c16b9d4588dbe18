/** One message for one trouble, however often it is told. */
@NullMarked
package io.millrace.alerts.fold;

import org.jspecify.annotations.NullMarked;

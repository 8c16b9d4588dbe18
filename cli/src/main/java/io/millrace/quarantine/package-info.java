/** What was rejected, why, and its bytes. */
@NullMarked
package io.millrace.quarantine;

import org.jspecify.annotations.NullMarked;

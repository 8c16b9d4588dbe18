/** Which checker reads which format of events. */
@NullMarked
package io.millrace.format;

import org.jspecify.annotations.NullMarked;

/** Logs of the local platform's parts, read to their end and followed. */
@NullMarked
package io.millrace.logs;

import org.jspecify.annotations.NullMarked;

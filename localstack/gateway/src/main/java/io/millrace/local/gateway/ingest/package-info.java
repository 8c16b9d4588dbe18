/** The ingest API as an origin without a path, in front of the emulator's long one. */
@NullMarked
package io.millrace.local.gateway.ingest;

import org.jspecify.annotations.NullMarked;

/** The one local AWS endpoint: which request is answered here and which by the emulator. */
@NullMarked
package io.millrace.local.gateway;

import org.jspecify.annotations.NullMarked;

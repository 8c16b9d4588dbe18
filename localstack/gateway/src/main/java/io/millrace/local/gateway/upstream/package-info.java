/** The emulator's own API, called by the gateway. */
@NullMarked
package io.millrace.local.gateway.upstream;

import org.jspecify.annotations.NullMarked;

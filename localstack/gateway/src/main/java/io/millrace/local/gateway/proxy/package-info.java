/** Requests that are not answered here, passed to the emulator byte for byte. */
@NullMarked
package io.millrace.local.gateway.proxy;

import org.jspecify.annotations.NullMarked;

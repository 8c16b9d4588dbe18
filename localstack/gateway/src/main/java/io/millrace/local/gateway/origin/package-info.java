/** REST APIs as origins without a path, in front of the emulator's long ones. */
@NullMarked
package io.millrace.local.gateway.origin;

import org.jspecify.annotations.NullMarked;

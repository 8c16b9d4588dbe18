/** HTTP/1.1 as bytes: heads, body framing, connections. Knows nothing of what passes over it. */
@NullMarked
package io.millrace.local.gateway.wire;

import org.jspecify.annotations.NullMarked;

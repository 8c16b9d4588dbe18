/** Functions and their execution environments: load, invoke, time out, throttle, reload. */
@NullMarked
package io.millrace.local.host.runtime;

import org.jspecify.annotations.NullMarked;

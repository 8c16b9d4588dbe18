/** Glue's API for jobs: a deployed job is run as a process of this machine. */
@NullMarked
package io.millrace.local.gateway.glue;

import org.jspecify.annotations.NullMarked;

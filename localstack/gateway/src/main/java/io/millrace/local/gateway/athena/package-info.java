/** Athena's API: requests, query states, workgroups, metadata. */
@NullMarked
package io.millrace.local.gateway.athena;

import org.jspecify.annotations.NullMarked;

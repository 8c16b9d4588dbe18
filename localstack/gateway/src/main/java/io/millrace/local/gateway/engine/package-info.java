/** The SQL engine behind Athena's API: an embedded Trino. */
@NullMarked
package io.millrace.local.gateway.engine;

import org.jspecify.annotations.NullMarked;

/** Query results as Athena writes them: text of values, CSV, pages. */
@NullMarked
package io.millrace.local.gateway.result;

import org.jspecify.annotations.NullMarked;

/** SQL over the lake through Athena's API. */
@NullMarked
package io.millrace.query;

import org.jspecify.annotations.NullMarked;

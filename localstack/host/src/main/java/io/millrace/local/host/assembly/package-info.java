/** What a synthesised CDK assembly says of functions and of their event sources. */
@NullMarked
package io.millrace.local.host.assembly;

import org.jspecify.annotations.NullMarked;

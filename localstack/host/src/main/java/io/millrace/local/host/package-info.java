/** The local Lambda host: one process that runs the function packages and polls the streams as AWS Lambda would. */
@NullMarked
package io.millrace.local.host;

import org.jspecify.annotations.NullMarked;

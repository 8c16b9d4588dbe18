/** Calls to AWS services, against a server on this machine. */
@NullMarked
package io.millrace.ingest.aws;

import org.jspecify.annotations.NullMarked;

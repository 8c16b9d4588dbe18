/** Requests as attackers and broken clients send them, each with its answer: for the handler's tests and for the API's. */
@NullMarked
package io.millrace.ingest.hostile;

import org.jspecify.annotations.NullMarked;

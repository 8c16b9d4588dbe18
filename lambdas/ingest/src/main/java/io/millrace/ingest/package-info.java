/**
 * The door: an HTTP request in, records on the stream out, and an answer per event.
 *
 * <p>A request's bytes go one way: proxy event, body, slices, verdicts, frames, records, answer.
 */
@NullMarked
package io.millrace.ingest;

import org.jspecify.annotations.NullMarked;

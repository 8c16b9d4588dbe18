/**
 * From events to accepted events: POSTs to the ingest API, resent with the same bytes until they are answered; and from
 * the rows of a file to events.
 */
@NullMarked
package io.millrace.send;

import org.jspecify.annotations.NullMarked;
